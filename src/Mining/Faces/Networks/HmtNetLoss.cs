using TorchSharp;
using static TorchSharp.torch;

namespace LiveQuality.Mining.Faces.Networks;

/// <summary>L = g + r + 2a: cross entropies of gender and race, <see cref="SmoothHuberLoss"/> of attractiveness (Xu et al., HMT-Net, 2019).</summary>
internal static class HmtNetLoss
{
    /// <summary>Weight of attractiveness; the others have 1.</summary>
    public const double AttractivenessWeight = 2;

    private static readonly Scalar AttractivenessFactor = AttractivenessWeight;

    /// <param name="said">What the net says.</param>
    /// <param name="genders">Whole numbers, 0 or 1, [rows].</param>
    /// <param name="races">Whole numbers, 0 or 1, [rows].</param>
    /// <param name="scores">[rows].</param>
    /// <returns>One number, [].</returns>
    public static Tensor Of((Tensor Gender, Tensor Race, Tensor Attractiveness) said, Tensor genders, Tensor races, Tensor scores)
    {
        using var scope = torch.NewDisposeScope();
        var gender = nn.functional.cross_entropy(said.Gender, genders);             // []
        var race = nn.functional.cross_entropy(said.Race, races);                   // []
        var score = SmoothHuberLoss.Of(said.Attractiveness, scores);                // []
        return gender.add(race, Held.One).add(score, AttractivenessFactor).MoveToOuterDisposeScope();
    }
}
