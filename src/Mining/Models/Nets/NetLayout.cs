using TorchSharp;
using static TorchSharp.torch;

namespace LiveQuality.Mining.Models.Nets;

/// <summary>
/// Where each weight of a network stands in one flat list. The branches lie side by side as one narrow layer and one output, which is the same arithmetic in
/// fewer steps: score = (Σ w·h + Σ biases) / branches, with one bias a branch so that Adam sees the published parameters.
/// </summary>
internal sealed class NetLayout
{
    private const int PartsOfBranch = 4;

    private readonly List<NetLayer> _hidden = [];
    private readonly List<NetPart> _parts = [];
    private readonly List<NetPart> _draws = [];

    /// <param name="shape">The network.</param>
    /// <param name="columns">Number of features.</param>
    public NetLayout(NetShape shape, int columns)
    {
        (Shape, Columns) = (shape, columns);
        var inputs = columns;
        foreach (var (index, width) in shape.Shared.Index())
        {
            var layer = AddHidden(inputs, width, isBounded: false);
            AddParts($"shared{index + 1}", inputs, width, layer.Weights, layer.Biases);
            inputs = width;
        }

        if (shape.Branches.Count == 0)
        {
            Output = Take(inputs, 1, biases: 1, isBounded: false);
            AddParts("score", inputs, 1, Output.Weights, Output.Biases);
            _draws.AddRange(_parts);
            return;
        }

        _draws.AddRange(_parts);
        var narrow = AddHidden(inputs, shape.Branches.Sum(), isBounded: true);
        Output = Take(narrow.Outputs, 1, shape.Branches.Count, isBounded: false);
        var above = 0;
        foreach (var (index, width) in shape.Branches.Index())
        {
            AddParts($"branch{index + 1}.narrow", inputs, width, narrow.Weights + (above * inputs), narrow.Biases + above);
            AddParts($"branch{index + 1}.score", width, 1, Output.Weights + above, Output.Biases + index);
            above += width;

            // Twice, and the second counts: the module finds each layer of a branch by its name and again by its field, and equal seeds must give equal nets.
            _draws.AddRange([.. _parts[^PartsOfBranch..], .. _parts[^PartsOfBranch..]]);
        }
    }

    public NetShape Shape { get; }

    public int Columns { get; }

    /// <summary>The layers before the output.</summary>
    public IReadOnlyList<NetLayer> Hidden => _hidden;

    /// <summary>The layer that gives the score; it has one bias a branch.</summary>
    public NetLayer Output { get; }

    /// <summary>How many branches the score is the mean of; 1 where there are none.</summary>
    public int Branches => Math.Max(1, Shape.Branches.Count);

    /// <summary>How many numbers the network has.</summary>
    public int Size { get; private set; }

    /// <summary>Draws first weights from U(-1/√inputs, 1/√inputs), PyTorch's default, one tensor after the other in the order in which <see cref="MtbDnn2019Net.Initialise"/> does.</summary>
    public float[] Draw(Generator chance)
    {
        using var scope = torch.NewDisposeScope();
        var weights = new float[Size];
        foreach (var part in _draws)
        {
            var bound = 1 / Math.Sqrt(part.Inputs);
            torch.zeros(part.Length).uniform_(-bound, bound, chance).data<float>().CopyTo(weights, part.Start);
        }

        return weights;
    }

    /// <summary>The weights as named tensors.</summary>
    public IReadOnlyDictionary<string, WeightTensor> Save(float[] weights) =>
        _parts.ToDictionary(part => part.Name, part => new WeightTensor(part.Shape, weights[part.Start..(part.Start + part.Length)]), StringComparer.Ordinal);

    /// <summary>The flat list of weights that <see cref="Save"/> named.</summary>
    /// <exception cref="ModelFormatException">A tensor is missing, too many, or of another shape.</exception>
    public float[] Load(IReadOnlyDictionary<string, WeightTensor> state)
    {
        var weights = new float[Size];
        foreach (var part in _parts)
        {
            if (!state.TryGetValue(part.Name, out var saved) || !saved.Shape.SequenceEqual(part.Shape))
            {
                throw new ModelFormatException($"weights: {part.Name} with shape [{string.Join(", ", part.Shape)}] is missing");
            }

            saved.Values.CopyTo(weights, part.Start);
        }

        return state.Count == _parts.Count
            ? weights
            : throw new ModelFormatException($"weights: {state.Count} tensors where the network has {_parts.Count}");
    }

    private NetLayer AddHidden(int inputs, int outputs, bool isBounded)
    {
        var layer = Take(inputs, outputs, outputs, isBounded);
        _hidden.Add(layer);
        return layer;
    }

    private NetLayer Take(int inputs, int outputs, int biases, bool isBounded)
    {
        var layer = new NetLayer(inputs, outputs, Size, Size + (inputs * outputs), isBounded);
        Size = layer.Biases + biases;
        return layer;
    }

    private void AddParts(string name, int inputs, int outputs, int weights, int biases)
    {
        _parts.Add(new NetPart(name + ".weight", [outputs, inputs], weights, inputs));
        _parts.Add(new NetPart(name + ".bias", [outputs], biases, inputs));
    }
}
