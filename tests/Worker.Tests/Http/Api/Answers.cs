using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Xunit;

namespace LiveQuality.Worker.Tests.Http.Api;

/// <summary>Asks a service, and checks what every answer must have.</summary>
internal static class Answers
{
    private const int LongestLine = 1000;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static Uri Path(string path) => new(path, UriKind.Relative);

    /// <summary>The JSON of an address that must answer with 200.</summary>
    public static async Task<JsonElement> JsonAsync(this HttpClient client, string path)
    {
        using var answer = await client.GetAsync(Path(path), Cancel);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync(Cancel)}");
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel)).RootElement;
    }

    /// <summary>The detail of an error, which must be problem details with one line and no more.</summary>
    public static async Task<string> ProblemAsync(this HttpResponseMessage answer, HttpStatusCode status)
    {
        var body = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.True(answer.StatusCode == status, $"{answer.StatusCode}: {body}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var detail = JsonDocument.Parse(body).RootElement.GetProperty("detail").GetString()!;
        Assert.DoesNotContain("   at ", body, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', detail);
        Assert.InRange(detail.Length, 1, LongestLine);
        return detail;
    }

    /// <inheritdoc cref="ProblemAsync(HttpResponseMessage, HttpStatusCode)"/>
    public static async Task<string> ProblemAsync(this HttpClient client, string path, HttpStatusCode status)
    {
        using var answer = await client.GetAsync(Path(path), Cancel);
        return await answer.ProblemAsync(status);
    }

    public static async Task<HttpResponseMessage> PostAsync(this HttpClient client, string path, string body, string mediaType = "application/json")
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, mediaType);
        return await client.PostAsync(Path(path), content, Cancel);
    }

    public static async Task<HttpResponseMessage> GetAsync(this HttpClient client, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Path(path));
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return await client.SendAsync(request, Cancel);
    }

    /// <summary>Asks until the answer is as wished.</summary>
    /// <returns>Its body.</returns>
    public static async Task<string> UntilAsync(this HttpClient client, string path, Func<HttpResponseMessage, string, bool> isWished)
    {
        var last = string.Empty;
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Patience; await Task.Delay(TimeSpan.FromMilliseconds(50), Cancel))
        {
            try
            {
                using var answer = await client.GetAsync(Path(path), Cancel);
                last = await answer.Content.ReadAsStringAsync(Cancel);
                if (isWished(answer, last))
                {
                    return last;
                }
            }
            catch (HttpRequestException e)
            {
                // It does not listen yet.
                last = e.Message;
            }
        }

        throw new TimeoutException($"{path} did not come to that: {last}");
    }
}
