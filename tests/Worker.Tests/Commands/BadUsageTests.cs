using LiveQuality.Tests;
using Xunit;

namespace LiveQuality.Worker.Tests.Commands;

/// <summary>Whatever is typed or found wrong: one line on standard error that names it, nothing on standard output, never a stack trace.</summary>
public sealed class BadUsageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("nonsense", "'nonsense' is no command or option")]
    [InlineData("run --sorce sample", "'--sorce' is no command or option")]
    [InlineData("run --source samples", "'samples' is no source")]
    [InlineData("run --source http://192.168.0.1", "'http://192.168.0.1' is no source")]
    [InlineData("train --regressor mtb-dnn --features 15", "--features: mtb-dnn has columns of its own; only mtb-dnn-2019 takes a number of them")]
    [InlineData("train --features 7", "--features: '7' must be 15, 23, 24")]
    [InlineData("train --regressor ridge", "--regressor: 'ridge' must be mtb-dnn, mtb-dnn-2019")]
    [InlineData("models promote", "promote")]
    [InlineData("models demote", "'demote' is no command or option")]
    [InlineData("train --min-reviews none", "--min-reviews: 'none' must be a whole number from 1")]
    [InlineData("run --seed -1", "--seed: '-1' must be a whole number from 0")]
    [InlineData("scores --top x", "--top: 'x' must be a whole number from 1")]
    [InlineData("scores --format xml", "--format: 'xml' must be table, json, csv, ndjson, parquet")]
    [InlineData("scores --format parquet", "--out: --format parquet needs a file to write")]
    [InlineData("scores --out a.txt", "--out: a table is for people; a file needs --format json, csv, ndjson, parquet")]
    [InlineData("scores --min-price 1.5", "--min-price: '1.5' must be a whole number of fen from 0")]
    [InlineData("scores --min-score 4 --max-score 3", "--max-score: '3' must not be less than the lowest score, 4")]
    [InlineData("scores --from yesterday", "--from: 'yesterday' must be a date or a time in UTC")]
    [InlineData("scores --sort best", "--sort: 'best' must be score, -score, start,")]
    [InlineData("export --collection lives --format parquet", "--out: --format parquet needs a file to write")]
    [InlineData("export --collection nowhere", "--collection: 'nowhere' must be lives,")]
    [InlineData("export", "--collection")]
    [InlineData("study", "--data")]
    [InlineData("study --data x.csv --regressors ridge,forest", "--regressors: 'forest' is no regressor here: mean,")]
    [InlineData("study --data x.csv --regressors boosting,mtb-dnn", "--regressors: 'mtb-dnn' needs --protocol honest")]
    [InlineData("study --data x.csv --protocol published --regressors mtb-dnn-trees", "--regressors: 'mtb-dnn-trees' needs --protocol honest")]
    [InlineData("study --data x.csv --folds 1", "--folds: '1' must be a whole number from 2")]
    [InlineData("study --data x.csv --table c", "--table: 'c' must be a, b")]
    [InlineData("backtest --then x.csv", "--later")]
    [InlineData("backtest --then x.csv --later y.csv --min-reviews 0", "--min-reviews: '0' must be a whole number from 1")]
    [InlineData("status --store mongo://user:geheim@host/x", "--store: must be sqlite:PATH")]
    public Task Command_ThatIsMistyped_IsOneLineAndExitCodeTwo(string line, string expected) => AssertOneLineAsync(line, 2, expected);

    [Theory]
    [InlineData("status --store sqlite:missing.db", "there is no store at missing.db")]
    [InlineData("run --store sqlite:/dev/null/x.db", "/dev/null")]
    [InlineData("status --store mongodb://", "mongodb://")]
    [InlineData("run --source warc:missing.warc.gz", "missing.warc.gz")]
    [InlineData("run --source jsonl:missing", "missing")]
    [InlineData("import missing.xlsx", "missing.xlsx")]
    [InlineData("study --data missing.xlsx", "missing.xlsx: no such file")]
    [InlineData("study --data missing.txt", "missing.txt: the study reads .xlsx and .csv files")]
    [InlineData("import missing.txt", "missing.txt: only .xlsx, .csv and .jsonl")]
    [InlineData("export --collection lives --out /dev/null/lives.jsonl --store sqlite:empty.db", "/dev/null/lives.jsonl")]
    [InlineData("scores --live 123 --store sqlite:empty.db", "live 123 has no score")]
    [InlineData("score --store sqlite:empty.db", "has no model yet")]
    [InlineData("score --model m --store sqlite:empty.db", "has no model m")]
    [InlineData("train --store sqlite:empty.db", "training needs at least 30 lives")]
    [InlineData("train --regressor mtb-dnn-2019 --store sqlite:empty.db", "training needs at least 20 lives")]
    [InlineData("train --features 24 --store sqlite:empty.db", "training needs at least 20 lives")]
    [InlineData("models show --store sqlite:empty.db", "has no model yet")]
    [InlineData("models show m --store sqlite:empty.db", "has no model m; `livequality models list` shows them")]
    [InlineData("models promote m --store sqlite:empty.db", "has no model m")]
    [InlineData("models rollback --store sqlite:empty.db", "has had no champion: there is nothing to go back to")]
    [InlineData("models retrain --store sqlite:empty.db", "has no model yet")]
    [InlineData("models list --store sqlite:missing.db", "there is no store at missing.db")]
    public async Task Command_OnSomethingThatIsNotThere_IsOneLineAndExitCodeOne(string line, string expected)
    {
        await using (var empty = new LiveQuality.Crawler.Storage.Sqlite.SqliteStore(_folder.PathOf("empty.db"), TimeProvider.System))
        {
            await empty.OpenAsync(TestContext.Current.CancellationToken);
        }

        await AssertOneLineAsync(line, 1, expected);
    }

    [Theory]
    [InlineData("broken.xlsx", "no workbook", "broken.xlsx")]
    [InlineData("empty.csv", "", "empty.csv")]
    [InlineData("other.csv", "a,b\n1,2\n", "other.csv: has no column live_id or id")]
    [InlineData("bad.csv", "live_id,review_count\n12,3\n", "bad.csv: none of its 1 rows is a live")]
    [InlineData("torn.jsonl", "{\"id\":", "torn.jsonl: none of its 1 rows is a live")]
    public async Task Import_OfABrokenFile_NamesTheFile(string name, string content, string expected)
    {
        _folder.Write(name, content);

        var ended = await new Program(_folder.PathOf(".")).RunAsync("import", name);

        Assert.Equal(1, ended.ExitCode);
        Assert.Contains(expected, ended.Errors, StringComparison.Ordinal);
        Assert.Equal(1, ended.Errors.Count(c => c == '\n'));
    }

    [Fact]
    public async Task Store_ThatIsNoDatabase_IsNamed()
    {
        _folder.Write("text.db", "this is a text, and long enough to be taken for a database's first page".PadRight(4096));

        await AssertOneLineAsync("status --store sqlite:text.db", 1, "text.db failed");
    }

    [Fact]
    public async Task MongoDB_ThatIsNotThere_IsNamedWithoutItsPassword()
    {
        var ended = await AssertOneLineAsync("status --store mongodb://user:geheim@127.0.0.1:1/lq", 1, "127.0.0.1:1/lq cannot be reached");

        Assert.DoesNotContain("geheim", ended.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Crawler__Fetching__Retrys", "3", "Crawler:Fetching:Retrys is no configuration key")]
    [InlineData("Crawler__Fetching__Retries", "300", "Retries")]
    [InlineData("Crawler__Fetching__Retries", "many", "'many' at 'Crawler:Fetching:Retries'")]
    [InlineData("Crawler__Fetching__UserAgent", "Live; Quality", "Crawler:Fetching:UserAgent ('Live; Quality') must be a name/version")]
    [InlineData("Crawler__Fetching__LongestRetryDelay", "00:00:01", "LongestRetryDelay (00:00:01) must not be shorter than RetryDelay")]
    [InlineData("Mining__Training__Epochs", "0", "Epochs")]
    public Task Configuration_ThatIsWrong_IsNamed(string key, string value, string expected) =>
        AssertOneLineAsync("run", 2, expected, new Dictionary<string, string> { [$"LIVEQUALITY_CONFIG_{key}"] = value });

    [Fact]
    public async Task SettingsFile_ThatIsNoJson_IsNamed()
    {
        _folder.Write("livequality.json", "{");

        await AssertOneLineAsync("run", 2, "livequality.json");
    }

    private async Task<Program.Ended> AssertOneLineAsync(string line, int exitCode, string expected, Dictionary<string, string>? environment = null)
    {
        var ended = await new Program(_folder.PathOf("."), environment) { IsAsShipped = true }.RunAsync(line.Split(' '));

        Assert.Equal(exitCode, ended.ExitCode);
        Assert.Contains(expected, ended.Errors, StringComparison.Ordinal);
        Assert.StartsWith("livequality: ", ended.Errors, StringComparison.Ordinal);
        Assert.Equal(1, ended.Errors.Count(c => c == '\n'));
        Assert.Empty(ended.Output);
        return ended;
    }
}
