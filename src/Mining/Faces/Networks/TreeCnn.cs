using System.Diagnostics.CodeAnalysis;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveQuality.Mining.Faces.Networks;

/// <summary>
/// TreeCNN: a multi-task GNet on the whole face and a light RNet on each <see cref="FacePart"/>; their expressions are put to the vote
/// (<see cref="PartVote"/>). 75,916,398 parameters.
/// </summary>
[SuppressMessage("Usage", "CA2213:Disposable fields should be disposed", Justification = "nn.Module disposes what is registered with it.")]
[SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "nn.Module disposes what is registered with it.")]
internal sealed class TreeCnn : nn.Module<Tensor, IReadOnlyList<Tensor>, Tensor>
{
    private readonly TreeRNet[] _parts = [.. Enum.GetValues<FacePart>().Select(_ => new TreeRNet())];

    /// <param name="chance">Draws the first weights; stays the caller's.</param>
    public TreeCnn(Generator chance)
        : base(nameof(TreeCnn))
    {
        register_module("gnet", Whole);
        foreach (var part in Enum.GetValues<FacePart>())
        {
            register_module($"rnet{(int)part + 1}", Part(part));
        }

        FirstWeights.Draw(this, chance);
    }

    /// <summary>The net of the whole face; trained with <see cref="MaskedMultiTaskLoss"/>.</summary>
    public TreeGNet Whole { get; } = new();

    /// <summary>The net of one part; trained with the cross entropy of the expression.</summary>
    public TreeRNet Part(FacePart part) => _parts[(int)part];

    /// <param name="faces">[rows, 3, 224, 224].</param>
    /// <param name="parts">In the order of <see cref="FacePart"/>, each [rows, 3, 48, 48].</param>
    /// <returns>Probabilities of the expressions by each of five voters, the whole face first, [rows, 5, 7].</returns>
    public override Tensor forward(Tensor faces, IReadOnlyList<Tensor> parts)
    {
        using var scope = torch.NewDisposeScope();
        var whole = Whole.call(faces).Expression;                                               // [rows, 7]
        var said = _parts.Select((net, part) => net.call(parts[part]));                         // four of [rows, 7]
        return torch.stack([whole, .. said], 1).softmax(-1).MoveToOuterDisposeScope();          // [rows, 5, 7]
    }
}
