using LiveQuality.Mining.Models;
using LiveQuality.Mining.Models.Nets;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveQuality.Mining.Faces.Training;

/// <summary>Weights of a net, and the running means of its normalisations, in managed memory.</summary>
internal static class ModuleState
{
    /// <summary>Reads them. The count of batches that batch normalisation keeps is no number that predictions depend on, and is left out.</summary>
    public static Dictionary<string, WeightTensor> Read(nn.Module net) =>
        net.state_dict().Where(entry => entry.Value.dtype == ScalarType.Float32).ToDictionary(entry => entry.Key, entry => Read(entry.Value), StringComparer.Ordinal);

    /// <summary>Reads one tensor of floats.</summary>
    public static WeightTensor Read(Tensor tensor)
    {
        using var flat = tensor.detach().contiguous();
        return new WeightTensor(tensor.shape, [.. flat.data<float>()]);
    }

    /// <summary>Writes them into a net of the same shape.</summary>
    /// <exception cref="ModelFormatException">A tensor is missing or has another shape.</exception>
    public static void Write(nn.Module net, IReadOnlyDictionary<string, WeightTensor> state)
    {
        using var fixedForNow = torch.no_grad();
        using var scope = torch.NewDisposeScope();
        foreach (var (name, tensor) in net.state_dict().Where(entry => entry.Value.dtype == ScalarType.Float32))
        {
            if (!state.TryGetValue(name, out var stored) || !stored.Shape.SequenceEqual(tensor.shape))
            {
                throw new ModelFormatException($"weights: {name} with shape [{string.Join(", ", tensor.shape)}] is missing");
            }

            tensor.copy_(AlignedTensor.Of(stored.Values, [.. stored.Shape]));
        }
    }
}
