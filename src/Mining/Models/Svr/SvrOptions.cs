namespace LiveQuality.Mining.Models.Svr;

/// <summary>What a support vector regression minimises, and how exactly. The defaults are libsvm's and scikit-learn's.</summary>
/// <param name="Kernel">How it measures likeness.</param>
internal sealed record SvrOptions(SvrKernel Kernel)
{
    /// <summary>The price of an error beyond the tube, above 0; 1 by default.</summary>
    public double C { get; init; } = 1;

    /// <summary>Half the width of the tube in which errors are free, 0 or more, in units of the target; 0.1 by default.</summary>
    public double Epsilon { get; init; } = 0.1;

    /// <summary>γ of the RBF and the polynomial kernel; <see cref="SvrGamma.Scale"/> by default.</summary>
    public SvrGamma Gamma { get; init; } = SvrGamma.Scale;

    /// <summary>Exponent of the polynomial kernel, 1 or more; 3 by default.</summary>
    public int Degree { get; init; } = 3;

    /// <summary>The constant inside the polynomial kernel, 0 or more; 0 by default.</summary>
    public double Coef0 { get; init; }

    /// <summary>
    /// The solver stops when no pair of rows violates the conditions of an optimum by this much, above 0, in units of the target; 0.001 by default.
    /// </summary>
    public double Tolerance { get; init; } = 1e-3;

    /// <summary>Most bytes of kernel rows that are kept; two rows are kept whatever it says; 200 MB by default.</summary>
    public long CacheBytes { get; init; } = 200L << 20;

    /// <summary>Whether rows that look settled leave the search until the end; changes how long it takes, not where it ends. On by default.</summary>
    public bool Shrinking { get; init; } = true;

    /// <summary>Most steps of the solver; null is libsvm's bound, 10 million or 100 for each of the dual's variables (two a row), whichever is more.</summary>
    public long? MostSteps { get; init; }

    /// <summary>The name people and manifests use: <c>svr-rbf</c>, <c>svr-linear</c> or <c>svr-poly</c>.</summary>
    public string Name => Kernel switch
    {
        SvrKernel.Rbf => "svr-rbf",
        SvrKernel.Linear => "svr-linear",
        _ => "svr-poly",
    };

    /// <summary>Refuses numbers out of range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">One is; the message says which.</exception>
    public SvrOptions Checked()
    {
        Require(double.IsFinite(C) && C > 0, nameof(C), C);
        Require(double.IsFinite(Epsilon) && Epsilon >= 0, nameof(Epsilon), Epsilon);
        Require(Degree >= 1, nameof(Degree), Degree);
        Require(double.IsFinite(Coef0) && Coef0 >= 0, nameof(Coef0), Coef0);
        Require(double.IsFinite(Tolerance) && Tolerance > 0, nameof(Tolerance), Tolerance);
        Require(CacheBytes >= 0, nameof(CacheBytes), CacheBytes);
        Require(MostSteps is null or > 0, nameof(MostSteps), MostSteps);
        return this;
    }

    private static void Require(bool holds, string name, object? value)
    {
        if (!holds)
        {
            throw new ArgumentOutOfRangeException(name, value, "out of range");
        }
    }
}
