using System.Text.Json;
using LiveQuality.Tests;
using Xunit;

namespace LiveQuality.Worker.Tests.Commands;

public sealed class StudyCommandTests : IDisposable
{
    private const string Table = "ZhihuLiveDB-2018-01.xlsx";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Study_OfTheStudysTable_PrintsOneDocument_AndWritesReportsButNoStore()
    {
        var ended = await Run("study", "--data", RealData.Path(Table), "--regressors", "ridge,knn,boosting", "--json");

        Assert.Equal(0, ended.ExitCode);
        using var result = JsonDocument.Parse(ended.Output);
        var regressors = result.RootElement.GetProperty("regressors").EnumerateArray().ToArray();
        Assert.Equal(["ridge", "knn", "boosting"], regressors.Select(row => row.GetProperty("name").GetString()));
        Assert.Equal(["name", "mae", "maeSd", "rmse", "rmseSd", "seconds"], regressors[0].EnumerateObject().Take(6).Select(property => property.Name));
        Assert.All(regressors[..2], row => Assert.True(row.GetProperty("withinOneSd").GetBoolean()));
        Assert.All(["report.html", "report.md"], file => Assert.True(File.Exists(_folder.PathOf($"study-report/{file}"))));
        Assert.False(Directory.Exists(_folder.PathOf("data")));
    }

    [Fact]
    public async Task Study_Honest_HasTheRichColumns_AndSaysWhatIsComparedWithWhat()
    {
        var ended = await Run("study", "--data", RealData.Path(Table), "--protocol", "honest", "--regressors", "boosting-rich,mtb-dnn-2019", "--seeds", "1", "--json");

        Assert.Equal(0, ended.ExitCode);
        using var result = JsonDocument.Parse(ended.Output);
        Assert.Equal(["mtb-dnn-2019", "boosting-rich"], result.RootElement.GetProperty("regressors").EnumerateArray().Select(row => row.GetProperty("name").GetString()));
        var difference = Assert.Single(result.RootElement.GetProperty("differences").EnumerateArray());
        Assert.Equal(("boosting-rich", "mtb-dnn-2019"), (difference.GetProperty("name").GetString(), difference.GetProperty("against").GetString()));
        // Speakers' earlier lives are worth more than noise.
        Assert.True(difference.GetProperty("mae").GetProperty("high").GetDouble() < 0);
    }

    [Fact]
    public async Task Study_Interrupted_GoesOnWithResume()
    {
        Assert.SkipWhen(InterruptTests.IgnoresSigInt(), "SIGINT is ignored here (nohup, a background job), and so it is in children");
        string[] line = ["study", "--data", RealData.Path(Table), "--regressors", "ridge,svr-rbf", "--json"];
        var outcomes = _folder.PathOf("study-report/outcomes.jsonl");

        var (stopped, _) = await new Program(_folder.PathOf(string.Empty)).InterruptAsync(() => UntilAsync(() => File.Exists(outcomes) && Lines(outcomes) > 5), line);
        var kept = Lines(outcomes);
        var resumed = await Run([.. line, "--resume"]);
        var whole = await Run([.. line, "--out", "whole"]);

        Assert.NotEqual(0, stopped.ExitCode);
        Assert.Empty(stopped.Output);
        Assert.InRange(kept, 6, int.MaxValue);
        Assert.Equal(0, resumed.ExitCode);
        Assert.Equal(Figures(whole.Output), Figures(resumed.Output));
    }

    private static string[] Figures(string json)
    {
        using var result = JsonDocument.Parse(json);
        return [.. result.RootElement.GetProperty("regressors").EnumerateArray().Select(row => $"{row.GetProperty("name")} {row.GetProperty("mae").GetRawText()} {row.GetProperty("rmse").GetRawText()}")];
    }

    private static int Lines(string path)
    {
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd().Count(character => character == '\n');
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        while (!isSo())
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    private Task<Program.Ended> Run(params string[] arguments) => new Program(_folder.PathOf(string.Empty)).RunAsync(arguments);
}
