using System.Text.Json;
using LiveQuality.Crawler.Exporting;
using LiveQuality.Worker.Output;
using LiveQuality.Worker.Steps.Scores;
using Microsoft.Net.Http.Headers;

namespace LiveQuality.Worker.Http.Api;

/// <summary>How a list of scores is written: chosen by <c>Accept</c> (RFC 9110, 12.5.1).</summary>
/// <param name="Name">For entity tags.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="WriteAsync">Writes a page.</param>
internal sealed record ListFormat(string Name, string MediaType, Func<LivePage, Stream, CancellationToken, Task> WriteAsync)
{
    public static ListFormat Json { get; } = new("json", "application/json", (page, output, cancellationToken) => JsonSerializer.SerializeAsync(output, page, OutputJson.Lines.LivePage, cancellationToken));

    /// <summary>All there are, the default first.</summary>
    public static IReadOnlyList<ListFormat> All { get; } =
    [
        Json,
        new("csv", "text/csv", (page, output, cancellationToken) => CsvExport.WriteAsync(page.Items.ToAsyncEnumerable(), OutputJson.Readable.ScoredLive, output, cancellationToken)),
        new("ndjson", "application/x-ndjson", (page, output, cancellationToken) => JsonlExport.WriteAsync(page.Items.ToAsyncEnumerable(), OutputJson.Lines.ScoredLive, output, cancellationToken)),
        new("parquet", "application/vnd.apache.parquet", WriteParquetAsync),
    ];

    /// <summary>The one that the client likes best.</summary>
    /// <returns>Whether there is one.</returns>
    public static bool TryNegotiate(HttpRequest request, bool all, out ListFormat format)
    {
        format = Json;
        var accepted = request.GetTypedHeaders().Accept;
        if (!all || accepted.Count == 0)
        {
            return true;
        }

        // Parameters, such as a charset, are no reason to say no.
        var best = accepted.OrderByDescending(media => media.Quality ?? 1)
            .Select(media => All.FirstOrDefault(one => media.Quality != 0 && MediaTypeHeaderValue.Parse(one.MediaType).IsSubsetOf(new MediaTypeHeaderValue(media.MediaType))))
            .FirstOrDefault(one => one is not null);
        format = best ?? Json;
        return best is not null;
    }

    // The library seeks to write its footer, which a response cannot.
    private static async Task WriteParquetAsync(LivePage page, Stream output, CancellationToken cancellationToken)
    {
        await using var whole = new MemoryStream();
        await ParquetExport.WriteAsync(page.Items.ToAsyncEnumerable(), OutputJson.Lines.ScoredLive, whole, cancellationToken);
        whole.Position = 0;
        await whole.CopyToAsync(output, cancellationToken);
    }
}
