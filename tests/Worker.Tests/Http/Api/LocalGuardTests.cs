using System.Net;
using Xunit;

namespace LiveQuality.Worker.Tests.Http.Api;

/// <summary>What a page of another site may not do to a service of this machine only, which needs no key.</summary>
[Collection(ApiCollection.Name)]
public sealed class LocalGuardTests(ApiSite site)
{
    [Theory]
    [InlineData("evil.example")]
    [InlineData("localhost.evil.example")]
    [InlineData("192.0.2.1")]
    public async Task Request_UnderAnotherName_Is400(string host)
    {
        using var answer = await site.Client.GetAsync("/api/lives", ("Host", host));

        Assert.Equal($"GET {host}/api/lives: Bad Request", await answer.ProblemAsync(HttpStatusCode.BadRequest));
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1:8080")]
    [InlineData("[::1]:8080")]
    public async Task Request_UnderAnOwnName_IsAnswered(string host)
    {
        using var answer = await site.Client.GetAsync("/api/lives?limit=1", ("Host", host));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    public async Task Post_FromAPageOfAnotherSite_Is403(string origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Answers.Path("/api/runs")) { Content = new StringContent("""{"job":"report"}""", System.Text.Encoding.UTF8, "application/json") };
        request.Headers.Add("Origin", origin);

        using var answer = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Contains(origin, await answer.ProblemAsync(HttpStatusCode.Forbidden), StringComparison.Ordinal);
    }
}
