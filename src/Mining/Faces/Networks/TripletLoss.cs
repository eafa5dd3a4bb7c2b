using TorchSharp;
using static TorchSharp.torch;

namespace LiveQuality.Mining.Faces.Networks;

/// <summary>max(0, α - ‖xa - xn‖² + ‖xa - xp‖²), a mean over the triplets (Schroff et al., FaceNet, 2015, equation 2, has the sum).</summary>
internal static class TripletLoss
{
    /// <param name="anchors">[triplets, width].</param>
    /// <param name="positives">[triplets, width].</param>
    /// <param name="negatives">[triplets, width].</param>
    /// <param name="margin">α, in squared distance; held by the caller.</param>
    /// <returns>One number, [].</returns>
    public static Tensor Of(Tensor anchors, Tensor positives, Tensor negatives, Scalar margin)
    {
        using var scope = torch.NewDisposeScope();
        var near = SquaredDistances(anchors, positives);                                        // [triplets]
        var far = SquaredDistances(anchors, negatives);                                         // [triplets]
        return nn.functional.relu(near.sub(far).add(margin, Held.One)).mean().MoveToOuterDisposeScope();  // []
    }

    private static Tensor SquaredDistances(Tensor one, Tensor other)
    {
        var difference = one.sub(other);
        return difference.mul(difference).sum(1);
    }
}
