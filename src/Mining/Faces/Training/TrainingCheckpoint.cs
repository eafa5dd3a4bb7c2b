using LiveQuality.Mining.Models;
using LiveQuality.Mining.Models.Nets;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveQuality.Mining.Faces.Training;

/// <summary>What a training left after its last whole pass, in a file, so that it can go on to the same weights as if it had never stopped.</summary>
/// <param name="path">The file; written beside and moved, so that it is always whole.</param>
/// <param name="key">What the training is made of: data, plan and seed. A file of another training is ignored.</param>
internal sealed class TrainingCheckpoint(string path, string key)
{
    private const string Best = "best.";
    private const string Now = "now.";
    private const string Moment = "adam.";
    private const string Numbers = "numbers";

    /// <summary>Reads the file into net and optimiser.</summary>
    /// <returns>Where to go on, or null where there is nothing to go on from.</returns>
    /// <exception cref="MiningException">The file is damaged.</exception>
    public TrainingPosition? Load(nn.Module net, Adam adam)
    {
        if (!File.Exists(path) || !File.Exists(KeyPath) || File.ReadAllText(KeyPath) != key)
        {
            return null;
        }

        try
        {
            var state = SafeTensors.Read(File.ReadAllBytes(path));
            using var scope = torch.NewDisposeScope();
            ModuleState.Write(net, Part(state, Now));
            var numbers = state[Numbers].Values;
            adam.State = ((int)numbers[3], [.. adam.State.Moments.Select((_, i) => state[$"{Moment}{i}"]).Select(saved => torch.tensor(saved.Values, [.. saved.Shape]))]);
            return new TrainingPosition((int)numbers[0], numbers[1], (int)numbers[2], Part(state, Best));
        }
        catch (Exception e) when (e is ModelFormatException or KeyNotFoundException or IndexOutOfRangeException)
        {
            throw new MiningException($"{path}: this checkpoint is damaged ({e.Message}); remove it to start anew", e);
        }
    }

    /// <summary>Writes the file.</summary>
    public void Save(nn.Module net, Adam adam, TrainingPosition position)
    {
        var (steps, moments) = adam.State;
        var state = new Dictionary<string, WeightTensor>(StringComparer.Ordinal)
        {
            [Numbers] = new WeightTensor([4], [position.Epoch, (float)position.BestScore, position.BestEpoch, steps]),
        };
        foreach (var (name, tensor) in ModuleState.Read(net).Select(entry => (Now + entry.Key, entry.Value))
            .Concat(position.Best.Select(entry => (Best + entry.Key, entry.Value)))
            .Concat(moments.Select((moment, i) => ($"{Moment}{i}", ModuleState.Read(moment)))))
        {
            state.Add(name, tensor);
        }

        Replace(path, SafeTensors.Write(state));
        File.WriteAllText(KeyPath, key);
    }

    /// <summary>Removes the file: the training is done.</summary>
    public void Delete()
    {
        File.Delete(path);
        File.Delete(KeyPath);
    }

    private string KeyPath => $"{path}.key";

    private static Dictionary<string, WeightTensor> Part(IReadOnlyDictionary<string, WeightTensor> state, string prefix) =>
        state.Where(entry => entry.Key.StartsWith(prefix, StringComparison.Ordinal)).ToDictionary(entry => entry.Key[prefix.Length..], entry => entry.Value, StringComparer.Ordinal);

    private static void Replace(string path, byte[] bytes)
    {
        var beside = $"{path}.new";
        File.WriteAllBytes(beside, bytes);
        File.Move(beside, path, overwrite: true);
    }
}
