using System.Diagnostics.CodeAnalysis;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveQuality.Mining.Faces.Networks;

/// <summary>
/// TreeCNN's GNet: expression, age, gender and race of a whole face from one trunk like VGG (TreeCNN, and the authors' code: 2, 2, 4 and 4 convolutions where
/// VGG-16 has 2, 2, 3 and 3). 75,538,002 parameters.
/// </summary>
[SuppressMessage("Usage", "CA2213:Disposable fields should be disposed", Justification = "nn.Module disposes what is registered with it.")]
internal sealed class TreeGNet : nn.Module<Tensor, FaceTaskTensors>
{
    /// <summary>Surprise to neutral, the seven of RAF-DB.</summary>
    public const int Expressions = 7;

    /// <summary>Groups of years.</summary>
    public const int Ages = 5;

    /// <summary>Male, female, unsure.</summary>
    public const int Genders = 3;

    /// <summary>The three of RAF-DB.</summary>
    public const int Races = 3;

    private static readonly int[][] Stages = [[64, 64], [128, 128], [256, 256, 256, 256], [512, 512, 512, 512]];

    private readonly ConvBlock[][] _trunk;
    private readonly TreeBranch _expression = new(Expressions);
    private readonly TreeBranch _age = new(Ages);
    private readonly TreeBranch _gender = new(Genders);
    private readonly TreeBranch _race = new(Races);

    public TreeGNet()
        : base(nameof(TreeGNet))
    {
        var inputs = 3;
        _trunk = [.. Stages.Select(stage => stage.Select(outputs => Block(outputs)).ToArray())];
        foreach (var (block, index) in _trunk.SelectMany(stage => stage).Select((block, index) => (block, index)))
        {
            register_module($"conv{index + 1}", block);
        }

        register_module("expression", _expression);
        register_module("age", _age);
        register_module("gender", _gender);
        register_module("race", _race);

        ConvBlock Block(int outputs)
        {
            var block = new ConvBlock(inputs, outputs);
            inputs = outputs;
            return block;
        }
    }

    /// <returns>Logits of the four tasks.</returns>
    public override FaceTaskTensors forward(Tensor faces) // [rows, 3, 224, 224]; 128 x 128 at least
    {
        using var scope = torch.NewDisposeScope();
        var maps = faces;
        foreach (var stage in _trunk)
        {
            foreach (var block in stage)
            {
                maps = block.call(maps);                    // [rows, 64, 224, 224], [rows, 128, 112, 112], [rows, 256, 56, 56], [rows, 512, 28, 28]
            }

            maps = nn.functional.max_pool2d(maps, 2);       // [rows, 64, 112, 112], [rows, 128, 56, 56], [rows, 256, 28, 28], [rows, 512, 14, 14]
        }

        return new FaceTaskTensors(Of(_expression), Of(_age), Of(_gender), Of(_race));     // [rows, 7], [rows, 5], [rows, 3], [rows, 3]

        Tensor Of(TreeBranch branch) => branch.call(maps).MoveToOuterDisposeScope();
    }
}
