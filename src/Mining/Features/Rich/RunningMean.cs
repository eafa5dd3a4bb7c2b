namespace LiveQuality.Mining.Features.Rich;

/// <summary>Mean and spread of the known ones of a stream of numbers, each with a weight.</summary>
internal sealed class RunningMean
{
    private double _squares;

    /// <summary>How many numbers were known.</summary>
    public int Count { get; private set; }

    /// <summary>Sum of their weights.</summary>
    public double Weight { get; private set; }

    /// <summary>Weighted mean; NaN where nothing is known.</summary>
    public double Mean { get; private set; } = double.NaN;

    /// <summary>Sum of the weighted numbers; 0 where nothing is known.</summary>
    public double Sum => Count == 0 ? 0 : Mean * Weight;

    /// <summary>Standard deviation of a sample, weights as shares; NaN with fewer than two numbers.</summary>
    public double Deviation => Count < 2 ? double.NaN : Math.Sqrt(Math.Max(0, _squares) / Weight * Count / (Count - 1));

    /// <summary>Takes one more number, by the update of West (1979); an unknown one is passed over.</summary>
    /// <param name="value">The number.</param>
    /// <param name="weight">Above 0.</param>
    public void Add(double value, double weight = 1)
    {
        if (double.IsNaN(value))
        {
            return;
        }

        Count++;
        Weight += weight;
        var away = Count == 1 ? 0 : value - Mean;
        Mean = Count == 1 ? value : Mean + (away * weight / Weight);
        _squares += weight * away * (value - Mean);
    }

    /// <summary>The mean as if a few numbers more had been seen; NaN where nothing was.</summary>
    /// <param name="towards">What those numbers are.</param>
    /// <param name="strength">Their weight.</param>
    public double Shrunken(double towards, double strength) => Count == 0 ? double.NaN : ((towards * strength) + Sum) / (strength + Weight);
}
