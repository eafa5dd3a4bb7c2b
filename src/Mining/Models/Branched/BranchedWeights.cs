namespace LiveQuality.Mining.Models.Branched;

/// <summary>The weights of a <see cref="BranchedNet"/>, in managed memory.</summary>
/// <param name="Matrix1">[units, width].</param>
/// <param name="Scales1">[branches, width].</param>
/// <param name="Biases1">[branches, width].</param>
/// <param name="Matrix2">[width, width].</param>
/// <param name="Scales2">[branches, width].</param>
/// <param name="Biases2">[branches, width].</param>
/// <param name="Scores">[branches, width].</param>
/// <param name="ScoreBiases">[branches].</param>
internal sealed record BranchedWeights(
    WeightTensor Matrix1, WeightTensor Scales1, WeightTensor Biases1, WeightTensor Matrix2, WeightTensor Scales2, WeightTensor Biases2, WeightTensor Scores, WeightTensor ScoreBiases)
{
    internal const string Mix1 = "matrix1";
    internal const string Scale1 = "scale1";
    internal const string Bias1 = "bias1";
    internal const string Mix2 = "matrix2";
    internal const string Scale2 = "scale2";
    internal const string Bias2 = "bias2";
    internal const string Score = "score";
    internal const string ScoreBias = "score_bias";

    /// <summary>Units of a hidden layer.</summary>
    public int Width => (int)Matrix2.Shape[0];

    /// <summary>Branches.</summary>
    public int Branches => (int)ScoreBiases.Shape[0];

    /// <summary>All of them by name.</summary>
    public IEnumerable<(string Name, WeightTensor Values)> Named =>
        [(Mix1, Matrix1), (Scale1, Scales1), (Bias1, Biases1), (Mix2, Matrix2), (Scale2, Scales2), (Bias2, Biases2), (Score, Scores), (ScoreBias, ScoreBiases)];

    /// <summary>Weights by name.</summary>
    /// <param name="units">Width of a coded row.</param>
    /// <param name="find">Finds a tensor by its name.</param>
    /// <exception cref="ModelFormatException">The shapes do not fit each other.</exception>
    public static BranchedWeights Load(int units, Func<string, WeightTensor> find)
    {
        var weights = new BranchedWeights(find(Mix1), find(Scale1), find(Bias1), find(Mix2), find(Scale2), find(Bias2), find(Score), find(ScoreBias));
        if (weights.Matrix2.Shape.Count != 2 || weights.ScoreBiases.Shape.Count != 1)
        {
            throw new ModelFormatException("the weights of a net have the wrong shape");
        }

        long[] each = [weights.Branches, weights.Width];
        bool fits = weights.Matrix1.Shape.SequenceEqual([units, weights.Width]) && weights.Matrix2.Shape.SequenceEqual([weights.Width, weights.Width])
            && new[] { weights.Scales1, weights.Biases1, weights.Scales2, weights.Biases2, weights.Scores }.All(tensor => tensor.Shape.SequenceEqual(each));
        return fits && weights.Width > 0 && weights.Branches > 0 ? weights : throw new ModelFormatException("the weights of a net do not fit each other");
    }
}
