using System.Numerics.Tensors;

namespace LiveQuality.Mining.Models.Svr;

/// <summary>A kernel with all its numbers. Takes products u · v and makes likenesses of them, many at a time.</summary>
/// <param name="Kind">Which formula.</param>
/// <param name="Gamma">γ, above 0.</param>
/// <param name="Coef0">The constant of the polynomial.</param>
/// <param name="Degree">The exponent of the polynomial.</param>
internal readonly record struct KernelFunction(SvrKernel Kind, double Gamma, double Coef0, int Degree)
{
    /// <summary>The likeness of a point to itself.</summary>
    /// <param name="norm">u · u.</param>
    public double OfSelf(double norm) => Kind switch
    {
        SvrKernel.Rbf => 1,
        SvrKernel.Linear => norm,
        _ => Math.Pow((Gamma * norm) + Coef0, Degree),
    };

    /// <summary>Turns products into likenesses, in place.</summary>
    /// <param name="values">u · v for one u and many v.</param>
    /// <param name="norm">u · u.</param>
    /// <param name="norms">v · v.</param>
    /// <param name="spare">As long as <paramref name="values"/>; overwritten.</param>
    public void Apply(Span<double> values, double norm, ReadOnlySpan<double> norms, Span<double> spare)
    {
        switch (Kind)
        {
            case SvrKernel.Rbf:
                // |u - v|² = u·u + v·v - 2 u·v; rounding may bring it below 0.
                TensorPrimitives.Add(norms, norm, spare);
                TensorPrimitives.MultiplyAdd(values, -2, spare, values);
                TensorPrimitives.Max(values, 0, values);
                TensorPrimitives.Multiply(values, -Gamma, values);
                TensorPrimitives.Exp(values, values);
                break;
            case SvrKernel.Polynomial:
                TensorPrimitives.Multiply(values, Gamma, values);
                TensorPrimitives.Add(values, Coef0, values);
                values.CopyTo(spare);
                for (var power = 1; power < Degree; power++)
                {
                    TensorPrimitives.Multiply(values, spare, values);
                }

                break;
        }
    }
}
