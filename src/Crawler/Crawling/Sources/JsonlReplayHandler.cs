using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Web;
using LiveQuality.Crawler.Fetching;

namespace LiveQuality.Crawler.Crawling.Sources;

/// <summary>
/// Answers as the API would from a folder of API objects: <c>lives.jsonl</c> in feed order, <c>reviews/ID.jsonl</c> for a live's reviews.
/// People are not in such a folder: their addresses are "not in the recording".
/// </summary>
internal sealed class JsonlReplayHandler : HttpMessageHandler
{
    private const int LargestLine = 1024 * 1024;

    private readonly string _folder;
    private readonly IReadOnlyList<string> _lives;
    private readonly DateTimeOffset _capturedAt;

    /// <exception cref="RecordingException">The folder or its <c>lives.jsonl</c> is missing or holds a line that is no JSON object.</exception>
    public JsonlReplayHandler(string folder)
    {
        _folder = folder;
        _lives = ReadLines(Path.Combine(folder, "lives.jsonl"));
        // The folder does not say when it was recorded; not before its newest live was announced.
        _capturedAt = _lives.Select(CreatedAt).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max();
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Answer(request, request.RequestUri!));
    }

    private HttpResponseMessage Answer(HttpRequestMessage request, Uri address)
    {
        var lines = address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
        {
            ["lives"] => _lives,
            ["lives", var id, "reviews"] when ReviewFile(id) is { } file => ReadLines(file),
            _ => null,
        };
        if (lines is null)
        {
            return ReplayedAnswer.NotRecorded(request);
        }

        ReplayedAnswer.SetCapturedAt(request, _capturedAt);
        return new HttpResponseMessage(HttpStatusCode.OK) { RequestMessage = request, Content = Page(address, lines) };
    }

    private static StringContent Page(Uri address, IReadOnlyList<string> lines)
    {
        var query = HttpUtility.ParseQueryString(address.Query);
        var offset = Number(query["offset"], 0);
        var limit = Number(query["limit"], 10);
        var end = offset + limit >= lines.Count ? "true" : "false";
        var next = $"{address.GetLeftPart(UriPartial.Path)}?limit={limit}&offset={offset + limit}";
        var data = string.Join(',', lines.Skip(offset).Take(limit));
        return new StringContent($$"""{"paging":{"is_end":{{end}},"next":"{{next}}"},"data":[{{data}}]}""", Encoding.UTF8, "application/json");
    }

    private static int Number(string? text, int otherwise) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    // Digits only: an id becomes part of a path.
    private string? ReviewFile(string id) =>
        id.All(char.IsAsciiDigit) && Path.Combine(_folder, "reviews", $"{id}.jsonl") is var file && File.Exists(file) ? file : null;

    private static List<string> ReadLines(string file)
    {
        try
        {
            var lines = new List<string>();
            var number = 0;
            foreach (var line in File.ReadLines(file))
            {
                number++;
                if (line.Length > LargestLine)
                {
                    throw new RecordingException($"{file}, line {number}: longer than {LargestLine} characters");
                }

                if (!string.IsNullOrWhiteSpace(line))
                {
                    CheckObject(line, file, number);
                    lines.Add(line);
                }
            }

            return lines;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecordingException($"the recording {file} cannot be read: {e.Message}", e);
        }
    }

    // A broken line would break the whole page that it is put into.
    private static void CheckObject(string line, string file, int number)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw new RecordingException($"{file}, line {number}: not a JSON object");
            }
        }
        catch (JsonException e)
        {
            throw new RecordingException($"{file}, line {number}: not JSON: {e.Message}", e);
        }
    }

    private static DateTimeOffset CreatedAt(string line)
    {
        using var document = JsonDocument.Parse(line);
        return document.RootElement.TryGetProperty("created_at", out var created)
            && created.ValueKind == JsonValueKind.Number
            && created.TryGetUInt32(out var seconds)
                ? DateTimeOffset.FromUnixTimeSeconds(seconds)
                : DateTimeOffset.UnixEpoch;
    }
}
