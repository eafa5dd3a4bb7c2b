namespace LiveQuality.Worker.Http.Reading;

/// <summary>Something that takes a while to read, kept for some time and read once for all who wait for it. Who gives up leaves the reading to the others; a failure is kept too, shortly, so that a crowd does not read one after the other.</summary>
/// <param name="time">Clock.</param>
/// <param name="age">How old it may be.</param>
/// <param name="read">Reads it; cancelled when this is disposed of.</param>
internal sealed class Kept<T>(TimeProvider time, TimeSpan age, Func<CancellationToken, Task<T>> read) : IDisposable
{
    private static readonly TimeSpan FailureAge = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _life = new();
    private Reading? _last;

    public Task<T> GetAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_last is not { } last || IsOld(last))
            {
                _last = last = new Reading(time, read, _life.Token);
            }

            return last.Result.WaitAsync(cancellationToken);
        }
    }

    public void Dispose()
    {
        _life.Cancel();
        _life.Dispose();
    }

    // As of when the reading began: what is written meanwhile may be in it or not. A failure, which may have taken long, as of when it was known.
    private bool IsOld(Reading last) => last.Result.IsCompletedSuccessfully ? time.GetElapsedTime(last.Began) >= age : last.Result.IsCompleted && time.GetElapsedTime(last.Ended) >= FailureAge;

    private sealed class Reading
    {
        public Reading(TimeProvider time, Func<CancellationToken, Task<T>> read, CancellationToken cancellationToken)
        {
            Began = time.GetTimestamp();
            Result = Task.Run(
                async () =>
                {
                    try
                    {
                        return await read(cancellationToken);
                    }
                    finally
                    {
                        Ended = time.GetTimestamp();
                    }
                },
                cancellationToken);
        }

        public long Began { get; }

        public long Ended { get; private set; }

        public Task<T> Result { get; }
    }
}
