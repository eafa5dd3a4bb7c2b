namespace LiveQuality.Mining.Models.Branched;

/// <summary>How <see cref="MtbDnn"/> is trained. The defaults were chosen on folds of the study's table of January 2018 (docs/scores.md says how).</summary>
internal sealed record MtbDnnOptions
{
    /// <summary>Sets first weights, order of rows and dropout, 0 or more.</summary>
    public int Seed { get; init; } = 42;

    /// <summary>Nets, and parts that the speakers are divided into: each net stops on a part of its own. 2 or more.</summary>
    public int Members { get; init; } = 5;

    /// <summary>Branches of a net.</summary>
    public int Branches { get; init; } = 16;

    /// <summary>Units of each hidden layer.</summary>
    public int Width { get; init; } = 64;

    /// <summary>Most pieces that a number's range is cut into.</summary>
    public int Bins { get; init; } = 8;

    /// <summary>Adam's step size.</summary>
    public double LearningRate { get; init; } = 2e-3;

    /// <summary>Share of each weight that a step of size 1 takes away, apart from the gradient (AdamW).</summary>
    public double WeightDecay { get; init; } = 1e-3;

    /// <summary>Share of hidden units that are silent in a step.</summary>
    public double Dropout { get; init; } = 0.2;

    /// <summary>Rows a step.</summary>
    public int BatchSize { get; init; } = 256;

    /// <summary>Most passes over the rows.</summary>
    public int Epochs { get; init; } = 60;

    /// <summary>Passes without a better one after which a net stops.</summary>
    public int Patience { get; init; } = 12;

    /// <summary>From this error on, in standard deviations of the ratings, the loss grows straight instead of squared (Huber).</summary>
    public double Robust { get; init; } = 1;

    /// <summary>Reviews at which a live weighs half of one with very many: a mean of n ratings has variance s²/n beside what no feature explains.</summary>
    public double HalfWeight { get; init; } = 6;

    /// <summary>What lives of so many reviews each weigh, 0..1.</summary>
    public double[] Weigh(IEnumerable<double> reviews) => [.. reviews.Select(count => count / (count + HalfWeight))];
}
