using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using LiveQuality.Crawler.Crawling;
using LiveQuality.Crawler.Records;
using LiveQuality.Mining.Faces;
using LiveQuality.Mining.Scoring;
using LiveQuality.Mining.Scoring.Backtesting;
using LiveQuality.Mining.Study.Results;
using LiveQuality.Worker.Steps;
using LiveQuality.Worker.Steps.Faces;
using LiveQuality.Worker.Steps.Models;

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
[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
internal sealed partial class OutputJson : JsonSerializerContext
{
    public static OutputJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
