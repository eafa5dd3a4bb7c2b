namespace LiveQuality.Mining.Models.Svr;

/// <summary>How a support vector regression measures likeness.</summary>
internal enum SvrKernel
{
    /// <summary>exp(-γ |u - v|²).</summary>
    Rbf,

    /// <summary>u · v.</summary>
    Linear,

    /// <summary>(γ u · v + coef0)^degree.</summary>
    Polynomial,
}
