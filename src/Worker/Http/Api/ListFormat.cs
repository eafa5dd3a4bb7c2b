using LiveQuality.Worker.Output;
using LiveQuality.Worker.Steps.Scores;
using Microsoft.Net.Http.Headers;

namespace LiveQuality.Worker.Http.Api;

/// <summary>How a list of scores is written: chosen by <c>Accept</c> (RFC 9110, 12.5.1).</summary>
/// <param name="Name">One of <see cref="ScoresFormat"/>.</param>
/// <param name="MediaType">Its media type.</param>
internal sealed record ListFormat(string Name, string MediaType)
{
    public static ListFormat Json { get; } = new(ScoresFormat.Json, "application/json");

    /// <summary>All there are, the default first.</summary>
    public static IReadOnlyList<ListFormat> All { get; } =
        [Json, new(ScoresFormat.Csv, "text/csv"), new(ScoresFormat.Ndjson, "application/x-ndjson"), new(ScoresFormat.Parquet, "application/vnd.apache.parquet")];

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

    /// <summary>Writes rows; not for <see cref="Json"/>, which has an envelope.</summary>
    public async Task WriteAsync(IReadOnlyList<ScoredLive> rows, Stream output, CancellationToken cancellationToken)
    {
        if (Name != ScoresFormat.Parquet)
        {
            await ScoresOutput.WriteAsync(rows, Name, output, cancellationToken);
            return;
        }

        // Its footer is written last and needs to seek, which a response cannot.
        await using var whole = new MemoryStream();
        await ScoresOutput.WriteAsync(rows, Name, whole, cancellationToken);
        whole.Position = 0;
        await whole.CopyToAsync(output, cancellationToken);
    }
}
