namespace LiveQuality.Mining.Models;

/// <summary>Several trainings, side by side or one after the other, heard of as one. A net that stops early counts its last passes as done.</summary>
/// <param name="whole">Who hears, one call at a time; may be null.</param>
/// <param name="count">How many trainings.</param>
internal sealed class SharedProgress(IProgress<FitProgress>? whole, int count)
{
    private readonly FitProgress[] _last = new FitProgress[count];
    private readonly Lock _gate = new();

    /// <summary>The ear of one training.</summary>
    public IProgress<FitProgress> Of(int training) => new One(this, training);

    /// <summary>One training is over: what is left of its passes counts as done.</summary>
    public void End(int training)
    {
        if (_last[training] is { Epochs: > 0 } last)
        {
            Report(training, last with { Epoch = last.Epochs });
        }
    }

    private void Report(int training, FitProgress value)
    {
        lock (_gate)
        {
            _last[training] = value;
            whole?.Report(value with { Epoch = _last.Sum(last => last.Epoch), Epochs = value.Epochs * count });
        }
    }

    private sealed class One(SharedProgress owner, int training) : IProgress<FitProgress>
    {
        public void Report(FitProgress value) => owner.Report(training, value);
    }
}
