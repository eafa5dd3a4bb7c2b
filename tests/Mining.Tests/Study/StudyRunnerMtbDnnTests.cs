using LiveQuality.Mining.Models.Branched;
using LiveQuality.Mining.Models.Nets;
using LiveQuality.Mining.Study;
using LiveQuality.Mining.Study.Results;
using LiveQuality.Mining.Study.Running;
using LiveQuality.Mining.Tests.Builders;
using LiveQuality.Mining.Tests.Models;
using LiveQuality.Mining.Tests.Study.Running;
using LiveQuality.Tests;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace LiveQuality.Mining.Tests.Study;

[Collection(TorchCollection.Name)]
public sealed class StudyRunnerMtbDnnTests : IDisposable
{
    private static readonly string[] Old = ["ridge", MtbDnn2019.Name];

    private static readonly StudySettings Settings = new(
        StudyEdition.A, StudyProtocol.Honest, FoldsBy.Speaker, StudyFlaws.Of(StudyProtocol.Honest), Old, MinReviews: 18, Folds: 3, Seed: 42, Seeds: 2, Features: null);

    private static readonly StudySettings Grown = Settings with { Regressors = StudyRunner.Choose(StudyProtocol.Honest, [.. Old, MtbDnn.Name]) };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Regressors_OfThePublishedProtocol_AreThePapers_OfTheHonestOneAlsoTheNew()
    {
        Assert.Equal(StudyResults.Names, StudyRunner.Regressors(StudyProtocol.Published));
        Assert.Equal([.. StudyResults.Names, "boosting-rich", "mtb-dnn", "mtb-dnn-nets", "mtb-dnn-trees", "mtb-dnn-study-columns", "mtb-dnn-no-speaker"], StudyRunner.Regressors(StudyProtocol.Honest));
    }

    [Fact]
    public void Choose_MtbDnn_BringsWhatItIsComparedWith()
    {
        Assert.Equal(["boosting", .. RichRegressors.Names], StudyRunner.Choose(StudyProtocol.Honest, ["mtb-dnn", "boosting"]));
        Assert.Equal(["mtb-dnn-trees"], StudyRunner.Choose(StudyProtocol.Honest, ["mtb-dnn-trees"]));
        Assert.Empty(StudyRunner.Choose(StudyProtocol.Published, ["mtb-dnn"]));
    }

    [Fact]
    public async Task Run_WithMtbDnn_ComparesAllRowsWithBothNetworks()
    {
        var result = await RunAsync(Grown, "grown");

        Assert.Equal([.. Old, .. RichRegressors.Names], result.Regressors.Select(regressor => regressor.Name));
        Assert.Equal(
            [.. Grown.Regressors.Where(name => name != MtbDnn2019.Name).Select(name => (name, MtbDnn2019.Name)), .. Grown.Regressors.Where(name => name != MtbDnn.Name).Select(name => (name, MtbDnn.Name))],
            result.Differences.Select(difference => (difference.Name, difference.Against)));
        Assert.All(result.Regressors.Where(regressor => RichRegressors.Names.Contains(regressor.Name)), regressor => Assert.Equal((1, 3), (regressor.Seeds, regressor.Folds.Count)));
    }

    [Fact]
    public async Task Run_WithMtbDnn_MovesNothingElse()
    {
        var (old, grown) = (await RunAsync(Settings, "old"), await RunAsync(Grown, "grown"));

        Assert.Equal(Figures(old), Figures(grown).Take(Old.Length));
        Assert.Equal(old.Differences, grown.Differences.Where(difference => difference.Against == MtbDnn2019.Name && difference.Name == "ridge"));
        Assert.Equal(old.Flaws.SelectMany(flaw => flaw.Effects), grown.Flaws.SelectMany(flaw => flaw.Effects));
        Assert.Equal(old.LearningCurves.SelectMany(curve => curve.Points), grown.LearningCurves.SelectMany(curve => curve.Points));
    }

    [Fact]
    public async Task Run_Resumed_TrainsNothingAgain()
    {
        var whole = await RunAsync(Grown, "kept");
        var lines = await LinesAsync();

        var resumed = await RunAsync(Grown, "kept", resume: true);

        Assert.Equal(Figures(whole), Figures(resumed));
        Assert.Equal(whole.Differences, resumed.Differences);
        Assert.Equal(lines, await LinesAsync());
        // A line a fold and training: the whole, its nets and its trees are one.
        Assert.Equal(3, lines.Count(line => line.Contains($"\"Unit\":\"{MtbDnn.Name} ", StringComparison.Ordinal)));
        Assert.DoesNotContain(lines, line => line.Contains($"\"Unit\":\"{RichRegressors.Nets}", StringComparison.Ordinal));

        Task<string[]> LinesAsync() => File.ReadAllLinesAsync(_folder.PathOf(Path.Combine("kept", StudyRunner.OutcomesFile)), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Run_BeforeTheLive_LearnsFromWhatIsKnownThen()
    {
        var result = await RunAsync(Grown with { Regressors = ["mtb-dnn-study-columns"], Flaws = Grown.Flaws with { AfterTheLive = false } }, "before");

        Assert.Equal(16, Assert.Single(result.Regressors).Features);
    }

    [Fact]
    public async Task Run_PublishedWithMtbDnn_IsRefused()
    {
        var exception = await Assert.ThrowsAsync<MiningException>(() => RunAsync(Grown with { Protocol = StudyProtocol.Published }, "published"));

        Assert.Equal("the published protocol has no regressor boosting-rich", exception.Message);
    }

    private static IEnumerable<(string, double, double, double)> Figures(StudyResult result) =>
        result.Regressors.Select(regressor => (regressor.Name, regressor.Mae, regressor.Rmse, regressor.RmseSd));

    private Task<StudyResult> RunAsync(StudySettings settings, string folder, bool resume = false)
    {
        var file = _folder.PathOf("table.csv");
        StudyFile.Write(file, rows: 60);
        return new StudyRunner(new FakeTimeProvider()) { MtbDnnOptions = RichTables.Small }.RunAsync(file, settings, _folder.PathOf(folder), resume, null, TestContext.Current.CancellationToken);
    }
}
