using TorchSharp;
using static TorchSharp.torch;

namespace LiveQuality.Mining.Faces.Networks;

/// <summary>
/// L = θc Lc + θr Lr with θc .4 and θr .6: cross entropy of the bins and squared error of the scores, each a mean over the rows (Xu et al., CRNet, 2018).
/// </summary>
internal static class CrNetLoss
{
    /// <summary>θc.</summary>
    public const double BinWeight = 0.4;

    /// <summary>θr.</summary>
    public const double ScoreWeight = 0.6;

    private static readonly Scalar BinFactor = BinWeight;
    private static readonly Scalar ScoreFactor = ScoreWeight;

    /// <param name="scores">[rows, 1].</param>
    /// <param name="bins">Logits, [rows, 5].</param>
    /// <param name="trueScores">[rows].</param>
    /// <param name="trueBins">Whole numbers of <see cref="ScoreBins"/>, [rows].</param>
    /// <returns>One number, [].</returns>
    public static Tensor Of(Tensor scores, Tensor bins, Tensor trueScores, Tensor trueBins)
    {
        using var scope = torch.NewDisposeScope();
        var entropy = nn.functional.cross_entropy(bins, trueBins);                      // []
        var error = nn.functional.mse_loss(scores.flatten(), trueScores);               // []
        return entropy.mul(BinFactor).add(error, ScoreFactor).MoveToOuterDisposeScope();
    }
}
