using LiveQuality.Crawler.Exporting;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;

namespace LiveQuality.Worker.Steps;

/// <summary>From a collection to a file or a pipe, as a stream.</summary>
internal sealed class ExportStep(IRecordStore store)
{
    /// <summary>The collections that can be exported.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Collections.Names.Where(name => name != Collections.Frontier)];

    /// <returns>How many records were written.</returns>
    public Task<long> RunAsync(string collection, ExportFormat format, Stream output, CancellationToken cancellationToken) => collection switch
    {
        "lives" => WriteAsync(Collections.Lives, format, output, cancellationToken),
        "observations" => WriteAsync(Collections.Observations, format, output, cancellationToken),
        "speakers" => WriteAsync(Collections.Speakers, format, output, cancellationToken),
        "reviews" => WriteAsync(Collections.Reviews, format, output, cancellationToken),
        "portraits" => WriteAsync(Collections.Portraits, format, output, cancellationToken),
        "hosts" => WriteAsync(Collections.Hosts, format, output, cancellationToken),
        "quarantine" => WriteAsync(Collections.Quarantine, format, output, cancellationToken),
        "models" => WriteAsync(Collections.Models, format, output, cancellationToken),
        "scores" => WriteAsync(Collections.Scores, format, output, cancellationToken),
        "runs" => WriteAsync(Collections.Runs, format, output, cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(collection), collection, "not one of Names"),
    };

    private Task<long> WriteAsync<T>(Collection<T> collection, ExportFormat format, Stream output, CancellationToken cancellationToken)
        where T : class, IRecord
    {
        var records = store.ReadAsync(collection, new Query<T>(), cancellationToken);
        return format switch
        {
            ExportFormat.Csv => CsvExport.WriteAsync(records, collection.Json, output, cancellationToken),
            ExportFormat.Parquet => ParquetExport.WriteAsync(records, collection.Json, output, cancellationToken),
            _ => JsonlExport.WriteAsync(records, collection.Json, output, cancellationToken),
        };
    }
}
