namespace LiveQuality.Worker.Http.Reading;

/// <summary>Something that takes a while to read, kept for some time and read by one at a time, however many ask.</summary>
/// <param name="time">Clock.</param>
/// <param name="age">How old it may be.</param>
/// <param name="read">Reads it.</param>
internal sealed class Kept<T>(TimeProvider time, TimeSpan age, Func<CancellationToken, Task<T>> read) : IDisposable
{
    private readonly SemaphoreSlim _reading = new(1, 1);
    private (long At, T Value)? _last;

    public async Task<T> GetAsync(CancellationToken cancellationToken)
    {
        await _reading.WaitAsync(cancellationToken);
        try
        {
            if (_last is not { } last || time.GetElapsedTime(last.At) >= age)
            {
                // As of when the reading began: what is written meanwhile may be in it or not.
                last = (time.GetTimestamp(), await read(cancellationToken));
                _last = last;
            }

            return last.Value;
        }
        finally
        {
            _reading.Release();
        }
    }

    public void Dispose() => _reading.Dispose();
}
