using LiveQuality.Crawler.Storage;
using LiveQuality.Worker.Http.Reading;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace LiveQuality.Worker.Tests.Http.Reading;

public sealed class KeptTests
{
    private static readonly TimeSpan Age = TimeSpan.FromSeconds(5);

    private readonly FakeTimeProvider _time = new();
    private int _reads;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Get_UntilItIsTooOld_IsReadOnce()
    {
        using var kept = new Kept<int>(_time, Age, _ => Task.FromResult(Interlocked.Increment(ref _reads)));

        Assert.Equal(1, await kept.GetAsync(Cancel));
        _time.Advance(Age - TimeSpan.FromMilliseconds(1));
        Assert.Equal(1, await kept.GetAsync(Cancel));
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(2, await kept.GetAsync(Cancel));
    }

    [Fact]
    public async Task Get_TheFirstGivesUp_TheOthersHaveWhatItBegan()
    {
        var answer = new TaskCompletionSource<int>();
        using var kept = new Kept<int>(_time, Age, cancellationToken =>
        {
            Interlocked.Increment(ref _reads);
            return answer.Task.WaitAsync(cancellationToken);
        });
        using var impatience = new CancellationTokenSource();
        var (first, second) = (kept.GetAsync(impatience.Token), kept.GetAsync(Cancel));

        await impatience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        answer.SetResult(7);

        Assert.Equal((7, 7, 1), (await second, await kept.GetAsync(Cancel), _reads));
    }

    [Fact]
    public async Task Get_AStoreThatIsAway_IsAskedOnceForAllWhoWaitAndAgainASecondLater()
    {
        using var kept = new Kept<int>(_time, Age, _ =>
        {
            Interlocked.Increment(ref _reads);
            // A driver looks for a server that long.
            _time.Advance(TimeSpan.FromSeconds(5));
            throw new StoreException("away");
        });

        Task<int>[] waiting = [.. Enumerable.Range(0, 10).Select(_ => kept.GetAsync(Cancel))];
        foreach (var one in waiting)
        {
            await Assert.ThrowsAsync<StoreException>(() => one);
        }

        Assert.Equal(1, _reads);
        _time.Advance(TimeSpan.FromSeconds(1));
        await Assert.ThrowsAsync<StoreException>(() => kept.GetAsync(Cancel));
        Assert.Equal(2, _reads);
    }

    [Fact]
    public async Task Dispose_InTheMiddleOfAReading_EndsIt()
    {
        var kept = new Kept<int>(_time, Age, async cancellationToken =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return 0;
        });
        var waiting = kept.GetAsync(Cancel);

        kept.Dispose();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }
}
