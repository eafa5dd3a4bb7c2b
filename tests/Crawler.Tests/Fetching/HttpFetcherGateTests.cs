using System.Net;
using LiveQuality.Crawler.Fetching;
using Xunit;

namespace LiveQuality.Crawler.Tests.Fetching;

public sealed class HttpFetcherGateTests
{
    private static readonly Withheld Held = new(WithheldReason.Pause, "https://api.zhihu.com/ asked to be left alone", DateTimeOffset.UnixEpoch);

    [Fact]
    public async Task Fetch_PassesTheGateWithEveryAttemptAndEveryHop()
    {
        var fetchers = new Fetchers();
        var site = fetchers.Script(
            ScriptedHandler.Status(HttpStatusCode.ServiceUnavailable), ScriptedHandler.Throws(), ScriptedHandler.Redirect("/moved"), ScriptedHandler.Body([1]));

        var outcome = await fetchers.FetchAsync(site);

        Assert.Equal(FetchStatus.Fetched, outcome.Status);
        Assert.Equal(site.Asked.Select(asked => asked.Address), fetchers.Gate.Entered);
        Assert.Equal([503, null, 302, 200], fetchers.Gate.Exits.Select(exit => exit.Status));
        Assert.Equal([true, false, true, true], fetchers.Gate.Exits.Select(exit => exit.Latency is not null));
    }

    [Fact]
    public async Task Fetch_Withheld_SendsNothingAndDoesNotTryAgain()
    {
        var fetchers = new Fetchers { Gate = new ScriptedGate(Held) };
        var site = fetchers.Script(ScriptedHandler.Body([1]));

        var outcome = await fetchers.FetchAsync(site);

        Assert.Equal((FetchStatus.Withheld, Held, Held.Detail, null), (outcome.Status, outcome.Withheld, outcome.Detail, outcome.Code));
        Assert.Empty(site.Asked);
        Assert.Single(fetchers.Gate.Entered);
        Assert.Empty(fetchers.Gate.Exits);
    }

    [Fact]
    public async Task Fetch_WithheldAfterARetryAfter_EndsTheAttempts()
    {
        var fetchers = new Fetchers { Gate = new ScriptedGate(null, Held) };
        var site = fetchers.Script(ScriptedHandler.Status(HttpStatusCode.TooManyRequests));

        var outcome = await fetchers.FetchAsync(site);

        Assert.Equal((FetchStatus.Withheld, 429), (outcome.Status, outcome.Code));
        Assert.Single(site.Asked);
    }

    [Theory]
    [InlineData("90", 90)]
    [InlineData("Thu, 26 Oct 2017 09:00:00 GMT", 3600)]
    [InlineData("soon", null)]
    [InlineData(null, null)]
    public async Task Fetch_AskedToWait_TellsTheGateHowLong(string? asked, int? seconds)
    {
        var fetchers = new Fetchers { Options = new FetchOptions { Retries = 0 } };

        await fetchers.FetchAsync(fetchers.Script(() =>
        {
            var answer = new HttpResponseMessage(HttpStatusCode.ServiceUnavailable) { Content = new ByteArrayContent([]) };
            answer.Headers.TryAddWithoutValidation("Retry-After", asked);
            return answer;
        }));

        Assert.Equal(seconds, Assert.Single(fetchers.Gate.Exits).RetryAfter?.TotalSeconds);
    }

    [Fact]
    public async Task Fetch_ThatWaitsForItsTurn_DoesNotRunOutOfTime()
    {
        var turn = new TaskCompletionSource();
        var fetchers = new Fetchers
        {
            Options = new FetchOptions { AttemptTimeout = TimeSpan.FromSeconds(5) },
            Gate = new ScriptedGate { Wait = token => turn.Task.WaitAsync(token) },
        };
        using var fetcher = fetchers.Create(fetchers.Script(ScriptedHandler.Body([1])));
        var fetch = fetcher.FetchAsync(new FetchRequest(Fetchers.Address), TestContext.Current.CancellationToken);

        fetchers.Time.Advance(TimeSpan.FromMinutes(10));
        turn.SetResult();

        Assert.Equal(FetchStatus.Fetched, (await fetch).Status);
        Assert.Single(fetchers.Gate.Entered);
    }

    [Fact]
    public async Task Fetch_CancelledWhileItReads_LeavesTheGate()
    {
        var fetchers = new Fetchers();
        using var stop = new CancellationTokenSource();
        using var fetcher = fetchers.Create(fetchers.Script(() => new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new StreamContent(new DrippingStream(fetchers.Time, TimeSpan.FromSeconds(1))),
        }));
        var fetch = fetcher.FetchAsync(new FetchRequest(Fetchers.Address), stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetch);
        Assert.Null(Assert.Single(fetchers.Gate.Exits).Status);
    }

    [Fact]
    public async Task OpenGate_HoweverManyWant_LetsOneInAtATime()
    {
        var gate = new OpenGate();
        Assert.Null(await gate.EnterAsync(Fetchers.Address, TestContext.Current.CancellationToken));

        var second = gate.EnterAsync(Fetchers.Address, TestContext.Current.CancellationToken);
        Assert.False(second.IsCompleted);
        await gate.LeaveAsync(Fetchers.Address, default);

        Assert.Null(await second);
    }
}
