using TorchSharp;
using static TorchSharp.torch;

namespace LiveQuality.Mining.Faces.Networks;

/// <summary>
/// L = .7 expression + .1 age + .1 gender + .1 race, each the cross entropy over the rows that have a label of that task (weights: TreeCNN). So rows of
/// several data sets can stand in one batch. A task without any label in the batch adds nothing.
/// </summary>
internal static class MaskedMultiTaskLoss
{
    /// <summary>Stands where a row has no label.</summary>
    public const long Missing = -1;

    /// <summary>Weight of the expression.</summary>
    public const double ExpressionWeight = 0.7;

    /// <summary>Weight of each other task.</summary>
    public const double OtherWeight = 0.1;

    /// <param name="logits">What the net says.</param>
    /// <param name="labels">Whole numbers, <see cref="Missing"/> for none.</param>
    /// <returns>One number, [].</returns>
    public static Tensor Of(FaceTaskTensors logits, FaceTaskTensors labels)
    {
        using var scope = torch.NewDisposeScope();
        var tasks = new[]
        {
            Task(logits.Expression, labels.Expression, ExpressionWeight),
            Task(logits.Age, labels.Age, OtherWeight),
            Task(logits.Gender, labels.Gender, OtherWeight),
            Task(logits.Race, labels.Race, OtherWeight),
        };
        return torch.stack(tasks).sum().MoveToOuterDisposeScope();
    }

    private static Tensor Task(Tensor logits, Tensor labels, double weight) // [rows, classes], [rows]
    {
        var labelled = labels.data<long>().Count(label => label != Missing);
        // A sum over no row is 0, a mean would be NaN.
        using Scalar factor = weight / Math.Max(labelled, 1);
        return nn.functional.cross_entropy(logits, labels, ignore_index: Missing, reduction: nn.Reduction.Sum).mul(factor);
    }
}
