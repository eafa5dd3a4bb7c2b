using LiveQuality.Mining.Models.Nets;
using LiveQuality.Mining.Study;
using LiveQuality.Mining.Study.Results;
using LiveQuality.Mining.Tests.Builders;
using LiveQuality.Mining.Tests.Models;
using LiveQuality.Tests;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace LiveQuality.Mining.Tests.Study;

[Collection(TorchCollection.Name)]
public sealed class StudyRunnerTests : IDisposable
{
    private static readonly StudySettings Settings = new(
        StudyEdition.A, StudyProtocol.Published, FoldsBy.Shuffle, StudyFlaws.Of(StudyProtocol.Published), ["mean", "ridge", MtbDnn2019.Name], MinReviews: 18, Folds: 3, Seed: 42, Seeds: 2, Features: null);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_Twice_GivesTheSameBits()
    {
        var (one, other) = (await RunAsync(Settings, "one"), await RunAsync(Settings, "other"));

        Assert.Equal(Figures(one), Figures(other));
        Assert.Equal(one.Differences, other.Differences);
        Assert.Equal(one.Importances.SelectMany(result => result.Columns), other.Importances.SelectMany(result => result.Columns));
        Assert.All([StudyRunner.HtmlFile, StudyRunner.MarkdownFile], file => Assert.True(File.Exists(_folder.PathOf(Path.Combine("one", file)))));
    }

    [Fact]
    public async Task Run_PlantedSlope_RidgeBeatsTheMean()
    {
        var result = await RunAsync(Settings, "report");

        Assert.Equal(Settings.Regressors, result.Regressors.Select(regressor => regressor.Name));
        Assert.True(result.Regressors[1].Mae < result.Regressors[0].Mae / 2);
        Assert.Equal("amount", result.Importances[0].Columns.OrderByDescending(column => column.MaeIncrease).Take(2).Select(column => column.Column).Order(StringComparer.Ordinal).First());
        Assert.All(result.LearningCurves, curve => Assert.True(curve.Points[^1].Rows > curve.Points[0].Rows));
    }

    [Fact]
    public async Task Run_Stopped_GoesOnToTheSameFigures()
    {
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync(Settings, "resumed", progress: new StopAfter(stop, folds: 3), stop: stop.Token));

        var kept = (await File.ReadAllLinesAsync(_folder.PathOf(Path.Combine("resumed", StudyRunner.OutcomesFile)), TestContext.Current.CancellationToken)).Length;
        var resumed = await RunAsync(Settings, "resumed", resume: true);

        Assert.InRange(kept, 4, 20);
        Assert.Equal(Figures(await RunAsync(Settings, "whole")), Figures(resumed));
    }

    [Fact]
    public async Task Run_FewLives_SaysHowManyThereAre()
    {
        var exception = await Assert.ThrowsAsync<MiningException>(() => RunAsync(Settings with { MinReviews = 60 }, "few"));

        Assert.Contains("have 60 or more reviews; 3 folds need at least 30", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_TableB_IsOneSplit()
    {
        var result = await RunAsync(Settings with { Table = StudyEdition.B }, "b");

        Assert.All(result.Regressors, regressor => Assert.Equal((1, 0), (regressor.Folds.Count, regressor.MaeSd)));
        Assert.Empty(result.Flaws);
    }

    [Fact]
    public async Task Run_HonestOnSpeakers_ValidatesNetsOnSpeakersApart()
    {
        var result = await RunAsync(Settings with { Protocol = StudyProtocol.Honest, FoldsBy = FoldsBy.Speaker, Flaws = StudyFlaws.Of(StudyProtocol.Honest) }, "honest");

        Assert.All(result.Flaws.Where(flaw => flaw.Switch != "--after-the-live"), flaw => Assert.False(flaw.On));
        Assert.True(result.Regressors[^1].Mae > 0);
    }

    private static IEnumerable<(string, double, double, double)> Figures(StudyResult result) =>
        result.Regressors.Select(regressor => (regressor.Name, regressor.Mae, regressor.Rmse, regressor.RmseSd));

    private Task<StudyResult> RunAsync(StudySettings settings, string folder, bool resume = false, IProgress<StudyProgress>? progress = null, CancellationToken? stop = null)
    {
        var file = _folder.PathOf("table.csv");
        StudyFile.Write(file, rows: 90);
        return new StudyRunner(new FakeTimeProvider()).RunAsync(file, settings, _folder.PathOf(folder), resume, progress, stop ?? TestContext.Current.CancellationToken);
    }

    private sealed class StopAfter(CancellationTokenSource stop, int folds) : IProgress<StudyProgress>
    {
        private int _seen;

        public void Report(StudyProgress value)
        {
            if (++_seen == folds)
            {
                stop.Cancel();
            }
        }
    }
}
