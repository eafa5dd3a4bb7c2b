using System.Diagnostics.CodeAnalysis;
using static TorchSharp.torch;

namespace LiveQuality.Mining.Faces.Networks.Light;

/// <summary>TreeCNN's five nets over a grey face of 48 pixels, small enough for a CPU: one sees the whole face, four see a part each.</summary>
[SuppressMessage("Usage", "CA2213:Disposable fields should be disposed", Justification = "nn.Module disposes what is registered with it.")]
internal sealed class TreeLight : nn.Module<Tensor, IReadOnlyList<Tensor>>
{
    private const int WholeWidth = 32;
    private const int PartWidth = 16;
    private const int PartSide = 24;

    // Upper left corners (y, x) of left eye, right eye, nose and mouth in the frame of GreyChip.
    private static readonly (int Y, int X)[] Parts = [(6, 2), (6, 20), (16, 11), (24, 11)];

    /// <summary>How many nets there are.</summary>
    public static readonly int Nets = Parts.Length + 1;

    private readonly ChipNet _whole;
    private readonly ChipNet[] _parts;

    /// <param name="classes">Answers.</param>
    /// <param name="chance">Draws the first weights and what is dropped; stays the caller's, who keeps it as long as the net trains.</param>
    public TreeLight(int classes, Generator chance)
        : base(nameof(TreeLight))
    {
        _whole = new ChipNet(WholeWidth, classes, chance);
        register_module("whole", _whole);
        _parts = [.. Parts.Select(_ => new ChipNet(PartWidth, classes, chance))];
        for (var part = 0; part < _parts.Length; part++)
        {
            register_module($"part{part}", _parts[part]);
        }
    }

    /// <summary>Whether a tensor of its state belongs to a last layer, which has an output an answer.</summary>
    public static bool IsAnswer(string name) => name.Contains(".head.", StringComparison.Ordinal);

    /// <returns>Logits, [rows, classes], of the whole face and of each part.</returns>
    public override IReadOnlyList<Tensor> forward(Tensor faces) => // [rows, 1, 48, 48], around 0
        [_whole.call(faces), .. _parts.Zip(Parts, (net, corner) => See(net, faces, corner.Y, corner.X))];

    private static Tensor See(ChipNet net, Tensor faces, int y, int x)
    {
        using var rows = faces.narrow(2, y, PartSide);
        using var part = rows.narrow(3, x, PartSide); // [rows, 1, 24, 24]
        return net.call(part);
    }
}
