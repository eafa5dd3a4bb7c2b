using LiveQuality.Crawler.Exporting;
using LiveQuality.Worker.Steps.Scores;

namespace LiveQuality.Worker.Output;

/// <summary>Scores as rows, for files, pipes and answers of the API.</summary>
internal static class ScoresOutput
{
    /// <param name="scores">What to write.</param>
    /// <param name="format"><see cref="ScoresFormat.Csv"/>, <see cref="ScoresFormat.Ndjson"/> or <see cref="ScoresFormat.Parquet"/>.</param>
    /// <param name="output">Where to; stays open. Parquet needs to seek.</param>
    /// <param name="cancellationToken">Stops after a whole row.</param>
    public static Task WriteAsync(IReadOnlyList<ScoredLive> scores, string format, Stream output, CancellationToken cancellationToken)
    {
        var rows = scores.ToAsyncEnumerable();
        return format switch
        {
            ScoresFormat.Csv => CsvExport.WriteAsync(rows, OutputJson.Readable.ScoredLive, output, cancellationToken),
            ScoresFormat.Ndjson => JsonlExport.WriteAsync(rows, OutputJson.Lines.ScoredLive, output, cancellationToken),
            ScoresFormat.Parquet => ParquetExport.WriteAsync(rows, OutputJson.Lines.ScoredLive, output, cancellationToken),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "no format of rows"),
        };
    }
}
