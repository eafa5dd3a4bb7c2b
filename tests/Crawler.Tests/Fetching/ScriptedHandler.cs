using System.Net;

namespace LiveQuality.Crawler.Tests.Fetching;

/// <summary>Answers requests from a script, one step a request, and remembers when it was asked.</summary>
internal sealed class ScriptedHandler(TimeProvider time, params Func<HttpResponseMessage>[] script) : HttpMessageHandler
{
    private int _next;

    public List<DateTimeOffset> AskedAt { get; } = [];

    /// <summary>What was asked, as it came: address and header fields.</summary>
    public List<(Uri Address, string Headers)> Asked { get; } = [];

    public static Func<HttpResponseMessage> Status(HttpStatusCode code) => () => new HttpResponseMessage(code) { Content = new StringContent("{}") };

    public static Func<HttpResponseMessage> Body(byte[] body) => () => new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(body) };

    public static Func<HttpResponseMessage> Redirect(string location, HttpStatusCode code = HttpStatusCode.Found) => () =>
    {
        var answer = new HttpResponseMessage(code) { Content = new ByteArrayContent([]) };
        answer.Headers.TryAddWithoutValidation("Location", location);
        return answer;
    };

    public static Func<HttpResponseMessage> Throws() => () => throw new HttpRequestException("connection reset");

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        AskedAt.Add(time.GetUtcNow());
        Asked.Add((request.RequestUri!, request.Headers.ToString()));
        return Task.FromResult(script[Math.Min(_next++, script.Length - 1)]());
    }
}
