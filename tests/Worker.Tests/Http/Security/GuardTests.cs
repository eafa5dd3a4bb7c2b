using System.Net;
using System.Text;
using LiveQuality.Worker.Tests.Http.Api;
using Xunit;

namespace LiveQuality.Worker.Tests.Http.Security;

/// <summary>Who is let in where others than this machine may ask.</summary>
public sealed class GuardTests(GuardedSite site) : IClassFixture<GuardedSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("X-Api-Key", "{0}")]
    [InlineData("Authorization", "Bearer {0}")]
    [InlineData("Authorization", "bearer {0}")]
    [InlineData("Authorization", "Basic {1}")]
    public async Task Request_WithTheKeyThatWasPrinted_IsLetIn(string header, string value)
    {
        using var client = site.Client(key: null);
        var basic = Convert.ToBase64String(Encoding.UTF8.GetBytes($"anybody:{site.Key}"));

        using var answer = await client.GetAsync("/api/lives", (header, value.Replace("{0}", site.Key, StringComparison.Ordinal).Replace("{1}", basic, StringComparison.Ordinal)));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("X-Request", "none")]
    [InlineData("X-Api-Key", "of nobody")]
    [InlineData("X-Api-Key", "")]
    [InlineData("Authorization", "Bearer of-nobody")]
    [InlineData("Authorization", "Basic !!!")]
    [InlineData("Authorization", "Basic YW55Ym9keQ==")]
    [InlineData("Authorization", "Digest x")]
    public async Task Request_WithoutAKeyOfOurs_Is401AndTellsHow(string header, string value)
    {
        using var client = site.Client(key: null);

        foreach (var path in new[] { "/api/lives", "/", "/metrics", "/openapi/v1.json" })
        {
            using var answer = await client.GetAsync(path, (header, value));

            Assert.Contains("X-Api-Key", await answer.ProblemAsync(HttpStatusCode.Unauthorized), StringComparison.Ordinal);
            Assert.Equal("Basic", answer.Headers.WwwAuthenticate.Single().Scheme);
        }
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/health/startup")]
    public async Task Health_WithoutAKey_Answers(string path)
    {
        using var client = site.Client(key: null);

        Assert.Equal("ok", (await client.JsonAsync(path)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task Metrics_WithAKey_AreThere()
    {
        using var client = site.Client(site.Key);

        Assert.Matches(@"\nlivequality_health\{[^}]*check=""store""[^}]*\} 1\b", await client.UntilAsync("/metrics", (_, body) => body.Contains("\nlivequality_health", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Answers_OfAllKinds_HaveTheSecurityHeaders()
    {
        using var client = site.Client(site.Key);

        foreach (var path in new[] { "/", "/api/lives", "/api/nothing", "/api/lives?limit=0", "/health/live" })
        {
            using var answer = await client.GetAsync(Answers.Path(path), Cancel);
            Assert.Contains("script-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.False(answer.Headers.Contains("Server"));
        }
    }

    [Fact]
    public async Task Requests_MoreThanAreAllowed_Are429OfThatClientAlone()
    {
        using var greedy = site.Client(site.Key);
        using var modest = site.Client(site.Key);
        HttpResponseMessage? refused = null;
        // A new minute may begin in between.
        for (var number = 0; refused is null && number <= 3 * GuardedSite.RequestsPerMinute; number++)
        {
            var answer = await greedy.GetAsync(Answers.Path("/api/lives?limit=1"), Cancel);
            refused = answer.StatusCode == HttpStatusCode.OK ? null : answer;
        }

        using (refused)
        {
            Assert.Contains($"{GuardedSite.RequestsPerMinute} requests", await refused!.ProblemAsync(HttpStatusCode.TooManyRequests), StringComparison.Ordinal);
            Assert.InRange(refused!.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        }

        using var health = await greedy.GetAsync(Answers.Path("/health/live"), Cancel);
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
        using var other = await modest.GetAsync(Answers.Path("/api/lives?limit=1"), Cancel);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task Requests_WhoseClientNamesAnotherBeforeTheProxyDoes_AreCountedAsTheProxySays()
    {
        using var client = site.Client(site.Key);
        var own = client.DefaultRequestHeaders.GetValues("X-Forwarded-For").Single();
        client.DefaultRequestHeaders.Remove("X-Forwarded-For");
        var statuses = new HashSet<HttpStatusCode>();
        for (var number = 0; number <= 3 * GuardedSite.RequestsPerMinute && !statuses.Contains(HttpStatusCode.TooManyRequests); number++)
        {
            using var answer = await client.GetAsync("/api/lives?limit=1", ("X-Forwarded-For", $"198.51.100.{number}, {own}"));
            statuses.Add(answer.StatusCode);
        }

        Assert.Contains(HttpStatusCode.TooManyRequests, statuses);
    }

    [Theory]
    [InlineData("/api/score")]
    [InlineData("/api/runs")]
    public async Task Body_LargerThanAllowed_Is413(string path)
    {
        using var client = site.Client(site.Key);

        using var answer = await client.PostAsync(path, $"{{\"job\":\"{new string('x', GuardedSite.LargestBody)}\"}}");

        Assert.NotEmpty(await answer.ProblemAsync(HttpStatusCode.RequestEntityTooLarge));
    }

    [Fact]
    public async Task Host_OfAnyName_IsServedToWhoHasAKey()
    {
        using var client = site.Client(site.Key);

        using var answer = await client.GetAsync("/api/lives", ("Host", "scores.example.org"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    [InlineData("http://scores.example.org", HttpStatusCode.Forbidden)]
    [InlineData("https://scores.example.org", HttpStatusCode.Accepted)]
    public async Task Post_FromAPageOfAnotherSite_IsRefused(string origin, HttpStatusCode expected)
    {
        using var client = site.Client(site.Key);
        client.DefaultRequestHeaders.Add("Origin", origin);
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        client.DefaultRequestHeaders.Host = "scores.example.org";

        using var answer = await client.PostAsync("/api/runs", """{"job":"report"}""");

        Assert.Equal(expected, answer.StatusCode);
        if (expected == HttpStatusCode.Forbidden)
        {
            Assert.Contains(origin, await answer.ProblemAsync(expected), StringComparison.Ordinal);
        }
    }
}
