using System.Collections.Concurrent;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using LiveQuality.Crawler.Storage.Sqlite;
using LiveQuality.Tests;
using LiveQuality.Worker.Hosting;
using LiveQuality.Worker.Jobs.Notices;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace LiveQuality.Worker.Tests.Jobs.Notices;

/// <summary>What somebody should hear of reaches a webhook: signed, once, and later where it cannot be told now.</summary>
public sealed class NoticeTests : IAsyncLifetime
{
    private const string Secret = "a secret of some length";

    private static readonly Finding Captcha = new(NoticeKinds.Refused, "https://example.org 2018-01-15", "the site shows a captcha");

    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2018, 1, 15, 0, 0, 0, TimeSpan.Zero)) { AutoAdvanceAmount = TimeSpan.Zero };
    private SqliteStore _store = null!;
    private Receiver _receiver = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _store = new SqliteStore(_folder.PathOf("notices.db"), _time);
        await _store.OpenAsync(Cancel);
        _receiver = await Receiver.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _receiver.DisposeAsync();
        await _store.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Send_OfANotice_IsSignedSoThatTheReceiverCanCheckIt()
    {
        using var webhook = Hook();
        await Board().RaiseAsync([Captcha], "run-1", Cancel);

        Assert.True(await Sender(webhook).SendAsync(Cancel));

        var got = Assert.Single(_receiver.Got);
        var parts = got.Signature.Split(',').ToDictionary(part => part.Split('=')[0], part => part.Split('=')[1]);
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{parts["t"]}."), .. got.Body];
        Assert.Equal($"{_time.GetUtcNow().ToUnixTimeSeconds()}", parts["t"]);
        Assert.Equal(Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), signed)), parts["v1"]);
        Assert.Equal("the site shows a captcha", JsonDocument.Parse(got.Body).RootElement.GetProperty("text").GetString());
        Assert.Equal(Captcha.Id, Uri.UnescapeDataString(got.Id));
    }

    [Fact]
    public async Task Notice_OfTheSameMatterTwice_IsToldOnce()
    {
        using var webhook = Hook();
        await Board().RaiseAsync([Captcha, Captcha], "run-1", Cancel);
        await Sender(webhook).SendAsync(Cancel);
        await Board().RaiseAsync([Captcha with { Text = "again" }], "run-2", Cancel);
        await Sender(webhook).SendAsync(Cancel);

        Assert.Single(_receiver.Got);
    }

    [Fact]
    public async Task Send_ToAWebhookThatIsBusy_IsTriedAgainAtOnce()
    {
        _receiver.Answers.Enqueue(503);
        using var webhook = Hook();
        await Board().RaiseAsync([Captcha], "run-1", Cancel);

        var sending = Sender(webhook).SendAsync(Cancel);
        while (!sending.IsCompleted)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.True(await sending);
        Assert.Equal(2, _receiver.Got.Count);
        Assert.Equal(NoticeStates.Delivered, (await FindAsync()).State);
    }

    [Fact]
    public async Task Send_ToAWebhookThatRefuses_IsKeptAndGivenUpAfterThreeDays()
    {
        _receiver.Answers.Enqueue(403);
        _receiver.Answers.Enqueue(403);
        using var webhook = Hook();
        await Board().RaiseAsync([Captcha], "run-1", Cancel);

        Assert.False(await Sender(webhook).SendAsync(Cancel));
        var kept = await FindAsync();
        _time.Advance(TimeSpan.FromDays(4));
        Assert.True(await Sender(webhook).SendAsync(Cancel));

        Assert.Equal((NoticeStates.Waiting, 1, "the webhook answered 403"), (kept.State, kept.Failures, kept.Problem));
        Assert.Equal(NoticeStates.GivenUp, (await FindAsync()).State);
    }

    [Fact]
    public async Task Send_WhileSomebodyTraces_LeavesNoTraceOfTheAddress()
    {
        var traced = new ConcurrentBag<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => traced.Add(string.Join(' ', activity.TagObjects)),
        };
        ActivitySource.AddActivityListener(listener);
        using var webhook = Hook();
        await Board().RaiseAsync([Captcha], "run-1", Cancel);

        Assert.True(await Sender(webhook).SendAsync(Cancel));

        // Another client of the same address is traced: the listener hears.
        using var other = new HttpClient();
        using var answer = await other.GetAsync(new Uri($"{_receiver.Url}-of-others"), Cancel);
        Assert.Contains(traced, tags => tags.Contains($"{_receiver.Url}-of-others", StringComparison.Ordinal));
        Assert.DoesNotContain(traced, tags => tags.Contains($"{_receiver.Url}]", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("http://example.org/hook", null, "Notices:Url")]
    [InlineData("nonsense", null, "Notices:Url")]
    [InlineData("https://example.org/hook", "short", "Notices:Secret")]
    public void Options_ThatWouldTellTheWorld_AreRefusedWithoutRepeatingThem(string url, string? secret, string key)
    {
        var result = new NoticeOptionsConsistency().Validate(null, new NoticeOptions { Url = url, Secret = secret });

        Assert.StartsWith(key, result.FailureMessage, StringComparison.Ordinal);
        Assert.DoesNotContain(secret ?? url, result.FailureMessage, StringComparison.Ordinal);
    }

    private NoticeBoard Board() => new(_store, _time);

    private Webhook Hook() => new(Options.Create(new NoticeOptions { Url = _receiver.Url, Secret = Secret }), _time);

    // As a process after this one: the notices of one that lives are its own to deliver.
    private NoticeSender Sender(Webhook webhook)
    {
        _time.Advance(TimeSpan.FromMinutes(11));
        return new(Board(), webhook, new StoreGate(_store, _time, NullLogger<StoreGate>.Instance), _time, NullLogger<NoticeSender>.Instance);
    }

    private async Task<Notice> FindAsync() => (await _store.FindAsync(Collections.Notices, Captcha.Id, Cancel))!;
}
