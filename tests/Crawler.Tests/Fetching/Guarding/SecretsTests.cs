using System.Net;
using System.Net.Sockets;
using LiveQuality.Crawler.Fetching;
using LiveQuality.Crawler.Fetching.Guarding;
using Xunit;

namespace LiveQuality.Crawler.Tests.Fetching.Guarding;

/// <summary>A canary is put wherever a secret may be, and must not sing in anything that people read.</summary>
public sealed class SecretsTests
{
    private const string Canary = "canary-3f9a";

    private readonly Fetchers _fetchers = new();

    public static TheoryData<string> Locations =>
    [
        $"https://user:{Canary}@api.zhihu.com/lives",
        $"https://{Canary}@evil.example/",
        $"//{Canary}:{Canary}@www.zhihu.com/account/unhuman",
        $"https://user:{Canary}@[half",
    ];

    [Theory]
    [MemberData(nameof(Locations))]
    public async Task Fetch_RedirectedWithAPassword_NeitherShowsNorSendsIt(string location)
    {
        var site = _fetchers.Script(ScriptedHandler.Redirect(location));

        var outcome = await _fetchers.FetchAsync(site);

        Assert.Equal(FetchStatus.Blocked, outcome.Status);
        Assert.Single(site.Asked);
        AssertSilent(outcome);
    }

    [Fact]
    public async Task Fetch_OfAnAddressWithAPassword_DoesNotShowIt() =>
        AssertSilent(await _fetchers.FetchAsync(_fetchers.Script(ScriptedHandler.Body([1])), new Uri($"https://user:{Canary}@api.zhihu.com/lives")));

    [Fact]
    public async Task Fetch_ThatFailsWithAMessage_DoesNotShowIt() =>
        AssertSilent(await _fetchers.FetchAsync(_fetchers.Script(() => throw new HttpRequestException($"no connection with {Canary}", new IOException(Canary)))));

    [Theory]
    [InlineData(SocketError.ConnectionRefused)]
    [InlineData(SocketError.HostNotFound)]
    public async Task Fetch_ThatCannotConnect_DoesNotShowTheMessage(SocketError error)
    {
        var way = NetworkHandler.Create(new AllowedHosts(Fetchers.Site), _fetchers.Options, (_, _) => throw new SocketException((int)error, Canary));

        AssertSilent(await _fetchers.FetchAsync(way));
    }

    [Fact]
    public async Task Fetch_OfAnAnswerWithCookies_KeepsNone()
    {
        var site = _fetchers.Script(
            () =>
            {
                var answer = ScriptedHandler.Redirect("/moved")();
                answer.Headers.TryAddWithoutValidation("Set-Cookie", $"session={Canary}");
                return answer;
            },
            () =>
            {
                var answer = ScriptedHandler.Status(HttpStatusCode.Forbidden)();
                answer.Headers.TryAddWithoutValidation("Set-Cookie", $"session={Canary}");
                return answer;
            });

        AssertSilent(await _fetchers.FetchAsync(site));

        Assert.All(site.Asked, asked => Assert.DoesNotContain(Canary, asked.Headers, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("gzip\t\u001b[2J")]
    [InlineData("Å")]
    public async Task Fetch_OfAnAnswerWithControlCharacters_EscapesThem(string coding)
    {
        var outcome = await _fetchers.FetchAsync(_fetchers.Script(() =>
        {
            var answer = ScriptedHandler.Body([1])();
            answer.Content.Headers.TryAddWithoutValidation("Content-Encoding", coding);
            return answer;
        }));

        Assert.Equal(FetchStatus.Failed, outcome.Status);
        Assert.All(outcome.Detail, character => Assert.InRange(character, ' ', '~'));
    }

    [Fact]
    public async Task Fetch_OfEndlessAddresses_SaysItInAShortLine()
    {
        var endless = new string('a', 5000);

        var outcome = await _fetchers.FetchAsync(_fetchers.Script(ScriptedHandler.Redirect($"https://evil.example/{endless}")), new Uri(Fetchers.Site, endless));

        Assert.InRange(outcome.Detail.Length, 1, 350);
    }

    private static void AssertSilent(FetchOutcome outcome)
    {
        Assert.NotEmpty(outcome.Detail);
        Assert.DoesNotContain(Canary, outcome.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, outcome.Location?.OriginalString ?? string.Empty, StringComparison.Ordinal);
    }
}
