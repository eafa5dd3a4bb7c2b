using System.Text.Json;
using LiveQuality.Crawler.Records;
using LiveQuality.Mining.Features;
using LiveQuality.Mining.Scoring;
using LiveQuality.Mining.Tests.Builders;
using Microsoft.Extensions.Options;
using Xunit;

namespace LiveQuality.Mining.Tests.Scoring;

public sealed class PortraitModelTests
{
    private const int Lives = 240;
    private static readonly FeatureTable Without = World(portraits: false, _ => null);
    private static readonly FeatureTable With = World(portraits: true, Matters);

    [Fact]
    public void Train_WithPortraits_LearnsFromTheSameStudyColumnsAndAllOfTheirs()
    {
        var (plain, more) = (Selected(Train(Without)), Selected(Train(With)));

        Assert.Equal(15, plain.Count);
        Assert.Equal([.. plain, .. PortraitFeatures.All], more);
    }

    [Fact]
    public void Score_ModelOfPortraits_IsReadBackAndScores()
    {
        var scores = new Scorer(TimeProvider.System).Score(With, Train(With).Model, reasons: false, TestContext.Current.CancellationToken);

        Assert.Equal(Lives, scores.Count);
    }

    [Fact]
    public void Score_ModelOfPortraitsWithoutThem_SaysWhatToDo()
    {
        var model = Train(With).Model;

        var error = Assert.Throws<MiningException>(() => new Scorer(TimeProvider.System).Score(Without, model, reasons: false, TestContext.Current.CancellationToken));

        Assert.Contains("Faces:Enabled", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Score_ModelWithoutPortraits_ScoresATableThatHasThemAllTheSame()
    {
        var (model, scorer) = (Train(Without).Model, new Scorer(TimeProvider.System));

        Assert.Equal(scorer.Score(Without, model, reasons: false, TestContext.Current.CancellationToken).Select(score => score.Value), scorer.Score(With, model, reasons: false, TestContext.Current.CancellationToken).Select(score => score.Value));
    }

    [Fact]
    public void Ablation_PortraitsThatMatter_FindsThatTheyHelp()
    {
        var report = Ablate(With);

        Assert.True(report.Mae.High < 0, $"{report.Mae}");
        Assert.Equal(report.With.Mae - report.Without.Mae, report.Mae.Value, 12);
        Assert.Equal((Lives, Lives / 4), (report.Rows, report.Speakers));
        Assert.Equal(Lives - (Lives / 5), report.RowsWithFace);
    }

    [Fact]
    public void Ablation_PortraitsOfNoMeaning_FindsNoHelp()
    {
        var report = Ablate(World(portraits: true, _ => Some.Face()));

        Assert.True(report.Mae.High > 0, $"{report.Mae}");
    }

    [Fact]
    public void Ablation_Twice_GivesTheSameReport() => Assert.Equal(Ablate(With, epochs: 2), Ablate(With, epochs: 2));

    [Fact]
    public void Ablation_WithoutFaces_SaysWhatToDo()
    {
        var error = Assert.Throws<MiningException>(() => Ablate(World(portraits: true, _ => null)));

        Assert.Contains("Faces:Enabled", error.Message, StringComparison.Ordinal);
    }

    private static TrainingResult Train(FeatureTable table) => new Trainer(Options.Create(Settings(epochs: 2)), TimeProvider.System).Train(table, null, TestContext.Current.CancellationToken);

    private static AblationReport Ablate(FeatureTable table, int epochs = 20) => new PortraitAblation(Options.Create(Settings(epochs))).Run(table, null, TestContext.Current.CancellationToken);

    private static TrainingOptions Settings(int epochs) => new() { Regressor = "mtb-dnn-2019", Epochs = epochs };

    private static List<string> Selected(TrainingResult result)
    {
        var pipeline = JsonDocument.Parse(result.Model.Manifest).RootElement.GetProperty("pipeline");
        var columns = pipeline.GetProperty("columns");
        return [.. pipeline.GetProperty("selection").GetProperty("kept").EnumerateArray().Select(kept => columns[kept.GetInt32()].GetString()!)];
    }

    // In this world, and in no other, a smile is worth half a point. Every fifth live's speaker shows no face.
    private static FaceResult? Matters(int number) => number % 5 == 0 ? null : Some.Face() with { Happiness = number / 4 % 2 };

    private static FeatureTable World(bool portraits, Func<int, FaceResult?> face)
    {
        var (builder, chance) = (new FeatureTableBuilder(portraits), new Random(3));
        for (var number = 0; number < Lives; number++)
        {
            builder.Add(
                Some.Live($"{900_000_000_000_000_000 + number}") with
                {
                    SpeakerId = $"speaker-{number / 4}",
                    LikedNum = chance.Next(500),
                    AmountFen = chance.Next(100, 10_000),
                    ReviewCount = 18 + chance.Next(100),
                    ReviewScore = 4 + (number / 4 % 2 * 0.5) + (0.05 * chance.NextDouble()),
                },
                null,
                face(number));
        }

        return builder.Build();
    }
}
