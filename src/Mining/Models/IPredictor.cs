using LiveQuality.Mining.Features;

namespace LiveQuality.Mining.Models;

/// <summary>What was learnt. Never changes, holds no native memory that has to be freed, and may be used by several threads.</summary>
internal interface IPredictor
{
    /// <summary>How many columns it expects.</summary>
    int Columns { get; }

    /// <summary>Predicts.</summary>
    /// <param name="features">Rows, every value finite.</param>
    /// <returns>One number a row.</returns>
    /// <exception cref="ArgumentException">The width is wrong or a value is not finite; the message says which.</exception>
    double[] Predict(Matrix features);
}
