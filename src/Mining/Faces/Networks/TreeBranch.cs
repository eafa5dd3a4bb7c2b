using System.Diagnostics.CodeAnalysis;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace LiveQuality.Mining.Faces.Networks;

/// <summary>
/// One task of TreeCNN's GNet: five pairs of 3x3 convolutions. Four pairs end in the mean of their two maps, the last one in the classes (TreeCNN, and the
/// authors' code for expressions; there the last kernel of the other tasks is 2x2 in steps of 2, which sees the same one place).
/// </summary>
[SuppressMessage("Usage", "CA2213:Disposable fields should be disposed", Justification = "nn.Module disposes what is registered with it.")]
[SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "nn.Module disposes what is registered with it.")]
internal sealed class TreeBranch : nn.Module<Tensor, Tensor>
{
    private readonly (ConvBlock First, ConvBlock Second)[] _pairs =
    [
        (new ConvBlock(512, 512), new ConvBlock(512, 512)),
        (new ConvBlock(512, 512), new ConvBlock(512, 512)),
        (new ConvBlock(512, 512), new ConvBlock(512, 512)),
        (new ConvBlock(512, 256), new ConvBlock(256, 256)),
    ];

    private readonly ConvBlock _narrow = new(256, 128);
    private readonly Conv2d _classes;

    /// <param name="classes">How many classes the task has.</param>
    public TreeBranch(int classes)
        : base(nameof(TreeBranch))
    {
        _classes = nn.Conv2d(128, classes, 3, padding: 1);
        for (var pair = 0; pair < _pairs.Length; pair++)
        {
            register_module($"conv{(2 * pair) + 1}", _pairs[pair].First);
            register_module($"conv{(2 * pair) + 2}", _pairs[pair].Second);
        }

        register_module("conv9", _narrow);
        register_module("conv10", _classes);
    }

    /// <returns>Logits, [rows, classes]; of a larger map the mean over its places.</returns>
    public override Tensor forward(Tensor maps) // [rows, 512, 14, 14]; 8 x 8 at least
    {
        using var scope = torch.NewDisposeScope();
        maps = Pair(0, maps);                                               // [rows, 512, 14, 14]
        maps = nn.functional.max_pool2d(Pair(1, maps), 2);                  // [rows, 512, 7, 7]
        maps = nn.functional.max_pool2d(Pair(2, maps), 2);                  // [rows, 512, 3, 3]
        maps = nn.functional.max_pool2d(Pair(3, maps), 2);                  // [rows, 256, 1, 1]
        var narrow = _narrow.call(maps);                                    // [rows, 128, 1, 1]
        var classes = _classes.call(narrow);                                // [rows, classes, 1, 1]
        return classes.mean([2, 3]).MoveToOuterDisposeScope();              // [rows, classes]
    }

    private Tensor Pair(int pair, Tensor maps)
    {
        var first = _pairs[pair].First.call(maps);
        var second = _pairs[pair].Second.call(first);
        return first.add(second, Held.One).mul(Held.Half);
    }
}
