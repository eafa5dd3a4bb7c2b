using System.Globalization;
using System.Text;
using LiveQuality.Crawler.Cleaning;
using LiveQuality.Crawler.Importing;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using LiveQuality.Crawler.Zhihu;
using LiveQuality.Worker.Progress;

namespace LiveQuality.Worker.Steps;

/// <summary>From a file of lives to records in the store.</summary>
internal sealed class ImportStep(IRecordStore store, RunJournal journal, IProgressView view)
{
    private const int BatchRows = 500;

    /// <param name="file">The study's table as .xlsx or .csv, or API objects of lives as .jsonl.</param>
    /// <param name="cancellationToken">Stops between two batches.</param>
    /// <exception cref="ImportException">The file cannot be read; the message names it, and the row where it was a row's fault.</exception>
    public Task<ImportReport> RunAsync(string file, CancellationToken cancellationToken) =>
        journal.RecordAsync(RunCommands.Import, new Dictionary<string, string> { ["file"] = file }, token => ImportAsync(file, token), cancellationToken);

    private Task<ImportReport> ImportAsync(string file, CancellationToken cancellationToken) => view.ShowAsync("import", async bar =>
    {
        // Twice through the file: its values are dated by its newest live, and nothing is written of a file that breaks half-way.
        var (rows, observedAt) = await Task.Run(() => Survey(file, cancellationToken), cancellationToken);
        var report = new ImportReport(file, observedAt, 0, default, default, 0, null);
        var speakers = new HashSet<Speaker>();
        foreach (var batch in Read(file, cancellationToken).Chunk(BatchRows))
        {
            report = await StoreAsync(report, batch, speakers, cancellationToken);
            bar.Report(new StepProgress(report.Rows, rows, $"{report.Rows} of {rows} rows"));
        }

        return report;
    });

    // A speaker stands in the row of each of their lives: written once, as long as the rows agree.
    private async Task<ImportReport> StoreAsync(ImportReport report, SourceRow[] rows, HashSet<Speaker> met, CancellationToken cancellationToken)
    {
        var batches = rows.Select(row => row.Clean(report.ObservedAt)).ToList();
        var lives = await store.UpsertAsync(Collections.Lives, [.. batches.SelectMany(b => b.Lives)], cancellationToken);
        var speakers = await store.UpsertAsync(Collections.Speakers, [.. batches.SelectMany(b => b.Speakers).Where(met.Add)], cancellationToken);
        await store.UpsertAsync(Collections.Portraits, [.. batches.SelectMany(b => b.Portraits)], cancellationToken);
        QuarantineEntry[] quarantine = [.. batches.SelectMany(b => b.Quarantine)];
        await store.UpsertAsync(Collections.Quarantine, quarantine, cancellationToken);
        return report with
        {
            Rows = report.Rows + rows.Length,
            Lives = report.Lives + lives,
            Speakers = report.Speakers + speakers,
            Quarantined = report.Quarantined + quarantine.Length,
            FirstReason = report.FirstReason ?? (quarantine.Length > 0 ? $"{quarantine[0].Origin}: {quarantine[0].Reason}" : null),
        };
    }

    private static (int Rows, DateTimeOffset Newest) Survey(string file, CancellationToken cancellationToken)
    {
        var (rows, newest) = (0, DateTimeOffset.UnixEpoch);
        foreach (var live in Read(file, cancellationToken).SelectMany(row => Count(row).Lives))
        {
            newest = live.CreatedAt > newest ? live.CreatedAt.Value : newest;
        }

        return rows > 0 ? (rows, newest) : throw new ImportException($"{file}: holds no rows");

        CleanBatch Count(SourceRow row)
        {
            rows++;
            return row.Clean(DateTimeOffset.UnixEpoch);
        }
    }

    private static IEnumerable<SourceRow> Read(string file, CancellationToken cancellationToken) => Path.GetExtension(file).ToUpperInvariant() switch
    {
        ".XLSX" => ReadTable(file, XlsxTable.Open, cancellationToken),
        ".CSV" => ReadTable(file, CsvTable.Open, cancellationToken),
        ".JSONL" => JsonlFile.ReadLines(file, cancellationToken).Select(line => new SourceRow(at => CleanLine(line, at))),
        _ => throw new ImportException($"{file}: only .xlsx, .csv and .jsonl files can be imported"),
    };

    private static IEnumerable<SourceRow> ReadTable(string file, Func<string, ITable> open, CancellationToken cancellationToken)
    {
        using var table = open(file);
        if (!table.Columns.Contains("live_id") && !table.Columns.Contains("id"))
        {
            throw new ImportException(string.Create(CultureInfo.InvariantCulture, $"{file}: has no column live_id or id among its {table.Columns.Count} columns"));
        }

        foreach (var row in table.ReadRows(cancellationToken))
        {
            yield return new SourceRow(at => Cleaner.TableRows([new TableRow(row.Cells, row.Origin)], at));
        }
    }

    private static CleanBatch CleanLine(JsonLine line, DateTimeOffset observedAt)
    {
        var body = Encoding.UTF8.GetBytes(line.Text);
        var parsed = LiveAnswer.Parse(body);
        return parsed.Value is { } answer
            ? Cleaner.Lives([answer.Item], LiveView.Full, line.Origin, observedAt)
            : CleanBatch.Empty with { Quarantine = [Cleaner.Page(parsed.Problem!, body, line.Origin, observedAt)] };
    }

    /// <param name="Clean">The records of one row, dated.</param>
    private sealed record SourceRow(Func<DateTimeOffset, CleanBatch> Clean);
}
