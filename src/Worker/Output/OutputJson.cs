using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using LiveQuality.Crawler.Crawling;
using LiveQuality.Crawler.Records;
using LiveQuality.Mining.Faces;
using LiveQuality.Mining.Scoring;
using LiveQuality.Mining.Scoring.Backtesting;
using LiveQuality.Mining.Study.Results;
using LiveQuality.Worker.Http.Api;
using LiveQuality.Worker.Http.Reading;
using LiveQuality.Worker.Jobs.Backfilling;
using LiveQuality.Worker.Jobs.Notices;
using LiveQuality.Worker.Steps;
using LiveQuality.Worker.Steps.Faces;
using LiveQuality.Worker.Steps.Models;
using LiveQuality.Worker.Steps.Scores;

namespace LiveQuality.Worker.Output;

/// <summary>How results are written with <c>--json</c>.</summary>
[JsonSerializable(typeof(RunReport))]
[JsonSerializable(typeof(CrawlReport))]
[JsonSerializable(typeof(ImportReport))]
[JsonSerializable(typeof(TrainReport))]
[JsonSerializable(typeof(ScoreReport))]
[JsonSerializable(typeof(ScoresDocument))]
[JsonSerializable(typeof(ScoredLive))]
[JsonSerializable(typeof(ReplayReport))]
[JsonSerializable(typeof(StoreStatus))]
[JsonSerializable(typeof(FrontierItem))]
[JsonSerializable(typeof(RequeueReport))]
[JsonSerializable(typeof(CompactReport))]
[JsonSerializable(typeof(CrawlForecast))]
[JsonSerializable(typeof(StudyResult))]
[JsonSerializable(typeof(BacktestReport))]
[JsonSerializable(typeof(PortraitReport))]
[JsonSerializable(typeof(ForgetReport))]
[JsonSerializable(typeof(AblationReport))]
[JsonSerializable(typeof(FaceInstallReport))]
[JsonSerializable(typeof(AnalyzeReport))]
[JsonSerializable(typeof(FaceVerification))]
[JsonSerializable(typeof(FaceTrainingReport))]
[JsonSerializable(typeof(FaceEvaluation))]
[JsonSerializable(typeof(ModelList))]
[JsonSerializable(typeof(ModelDocument))]
[JsonSerializable(typeof(ModelSummary))]
[JsonSerializable(typeof(RetrainReport))]
[JsonSerializable(typeof(FaceResult))]
[JsonSerializable(typeof(BackfillReport))]
[JsonSerializable(typeof(LivePage))]
[JsonSerializable(typeof(LiveDocument))]
[JsonSerializable(typeof(SpeakerDocument))]
[JsonSerializable(typeof(DriftDocument))]
[JsonSerializable(typeof(JobDocument))]
[JsonSerializable(typeof(QualityView))]
[JsonSerializable(typeof(Page<ModelSummary>))]
[JsonSerializable(typeof(Page<Run>))]
[JsonSerializable(typeof(RunOrder))]
[JsonSerializable(typeof(Run))]
[JsonSerializable(typeof(NoticeMessage))]
[JsonSerializable(typeof(Score))]
[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
internal sealed partial class OutputJson : JsonSerializerContext
{
    /// <summary>For people and programs: indented.</summary>
    public static OutputJson Readable { get; } = Create(isIndented: true);

    /// <summary>For programs: a document a line.</summary>
    public static OutputJson Lines { get; } = Create(isIndented: false);

    private static OutputJson Create(bool isIndented) => new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = isIndented,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
