using System.Net;
using LiveQuality.ZhihuSite.Faults;
using LiveQuality.ZhihuSite.Site;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace LiveQuality.Crawler.Tests.ZhihuSite.Faults;

public sealed class RefusalsTests
{
    public static TheoryData<string, int, string> Words => new()
    {
        { "captcha", 403, "\"code\":40352" },
        { "risk", 403, "\"code\":40362" },
        { "login", 403, "\"code\":40353" },
        { "signature", 400, "\"code\":10003" },
        { "429", 429, "\"code\":429" },
        { "5xx", 503, "Service Unavailable" },
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Words))]
    public async Task Refusal_OfAnyKind_HasItsStatusAndWords(string name, int status, string words)
    {
        Assert.True(FaultList.TryParse($"{name}=1", seed: 7, out var plan, out _));
        await using var site = await LocalSite.StartAsync(Worlds.Small, new SiteOptions { Faults = plan });

        using var response = await site.GetAsync(LocalSite.FirstPage);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Contains(words, await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.Equal([name], site.Server.Journal.Entries.Single().Faults);
    }

    [Fact]
    public async Task TooMany_InSeconds_SaysWhenInSeconds()
    {
        await using var site = await LocalSite.WithAsync(Refusals.TooMany(TimeSpan.FromSeconds(90)));

        using var response = await site.GetAsync(LocalSite.FirstPage);

        Assert.Equal("90", Assert.Single(response.Headers.GetValues("Retry-After")));
    }

    [Fact]
    public async Task TooManyUntil_AMoment_SaysWhenAsADate()
    {
        var now = new DateTimeOffset(2018, 1, 17, 2, 0, 0, TimeSpan.Zero);
        var options = new SiteOptions { Faults = new FaultPlan(7, Refusals.TooManyUntil(TimeSpan.FromSeconds(90))), Time = new FakeTimeProvider(now) };
        await using var site = await LocalSite.StartAsync(Worlds.Small, options);

        using var response = await site.GetAsync(LocalSite.FirstPage);

        Assert.Equal("Wed, 17 Jan 2018 02:01:30 GMT", Assert.Single(response.Headers.GetValues("Retry-After")));
    }

    [Fact]
    public async Task CaptchaRedirect_Always_LeadsToTheWall()
    {
        await using var site = await LocalSite.WithAsync(Refusals.CaptchaRedirect());

        using var response = await site.GetAsync(LocalSite.FirstPage);

        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        Assert.StartsWith("/account/unhuman?type=unhuman", response.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Captcha_FromARequestOn_LetsTheOnesBeforeThrough()
    {
        await using var site = await LocalSite.WithAsync(Refusals.Captcha() with { FromRequest = 3, ToRequest = 4 });

        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 5; i++)
        {
            using var response = await site.GetAsync(LocalSite.FirstPage);
            statuses.Add(response.StatusCode);
        }

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.OK], statuses);
    }

    [Fact]
    public async Task Outage_AShareOfBursts_HitsRunsOfRequestsAndNothingElse()
    {
        await using var site = await LocalSite.WithAsync(Refusals.Outage(status: 502, requests: 4) with { Share = 0.3 });

        var isDown = new List<bool>();
        for (var i = 0; i < 120; i++)
        {
            using var response = await site.GetAsync($"/lives?limit=1&offset={i}");
            isDown.Add(response.StatusCode == HttpStatusCode.BadGateway);
        }

        var runs = isDown.Chunk(4).ToArray();
        Assert.All(runs, run => Assert.Single(run.Distinct()));
        Assert.InRange(runs.Count(run => run[0]), 3, 16);
    }

    [Fact]
    public async Task Gone_AShareOfLivesAndPeople_StaysGoneAndLeavesTheFeedAlone()
    {
        await using var site = await LocalSite.WithAsync(
            Refusals.GoneLive() with { Share = 0.3 }, Refusals.GonePerson() with { Share = 0.3 }, Refusals.LimitedPerson() with { Share = 0.3 });
        var addresses = Worlds.Small.Lives.Take(40).Select(live => $"/lives/{live.Id}")
            .Concat(Worlds.Small.Speakers.Where(speaker => !speaker.IsGone).Take(40).Select(speaker => $"/people/{speaker.Id}")).ToArray();

        var first = await AllAsync();

        Assert.Equal(first, await AllAsync());
        Assert.InRange(first.Count(answer => answer.Contains("ERR_CONVERSATION_NOT_FOUND", StringComparison.Ordinal)), 4, 20);
        Assert.InRange(first.Count(answer => answer.Contains("310001", StringComparison.Ordinal)), 3, 20);
        Assert.InRange(first.Count(answer => answer.Contains("该用户暂时被反作弊限制", StringComparison.Ordinal)), 4, 20);
        Assert.Equal(10, (await site.IdsAsync(LocalSite.FirstPage)).Length);

        async Task<string[]> AllAsync()
        {
            var answers = new List<string>();
            foreach (var address in addresses)
            {
                using var response = await site.GetAsync(address);
                answers.Add(await response.Content.ReadAsStringAsync(Token));
            }

            return [.. answers];
        }
    }
}
