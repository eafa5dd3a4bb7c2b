using System.Security.Cryptography;
using System.Text;
using LiveQuality.Mining.Faces.Heads;
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
    private const string Best = "best";
    private const string Now = "now";
    private const string Moment = "adam";
    private const string Numbers = "numbers";
    private const string ScoreName = "score";
    private const string KeyName = "key";

    /// <summary>Reads the file into net and optimiser.</summary>
    /// <returns>Where to go on, or null where there is nothing to go on from.</returns>
    /// <exception cref="MiningException">The file is damaged or cannot be read.</exception>
    public TrainingPosition? Load(nn.Module net, Adam adam)
    {
        try
        {
            if (!File.Exists(path))
            {
                return null;
            }

            var state = SafeTensors.Read(File.ReadAllBytes(path));
            return state.TryGetValue(KeyName, out var made) && made.Values.SequenceEqual(KeyTensor.Values) ? Load(state, net, adam) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ModelFormatException)
        {
            throw new MiningException($"{path}: this checkpoint is damaged ({e.Message.ReplaceLineEndings(" ")}); remove it to start anew", e);
        }
    }

    /// <summary>Writes the file.</summary>
    /// <exception cref="MiningException">The place cannot be written to.</exception>
    public void Save(nn.Module net, Adam adam, TrainingPosition position)
    {
        var (steps, moments) = adam.State;
        var state = new Dictionary<string, WeightTensor>(StringComparer.Ordinal)
        {
            [KeyName] = KeyTensor,
            [Numbers] = new WeightTensor([3], [position.Epoch, position.BestEpoch, steps]),
            [ScoreName] = Bytes(BitConverter.GetBytes(position.BestScore)),
        };
        state.AddPart(Now, ModuleState.Read(net));
        state.AddPart(Best, position.Best);
        state.AddPart(Moment, moments.Select((moment, i) => (Name: $"{i}", Value: ModuleState.Read(moment))).ToDictionary(entry => entry.Name, entry => entry.Value, StringComparer.Ordinal));

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            var beside = $"{path}.new";
            File.WriteAllBytes(beside, SafeTensors.Write(state));
            File.Move(beside, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MiningException($"{path}: the checkpoint cannot be written ({e.Message.ReplaceLineEndings(" ")})", e);
        }
    }

    private WeightTensor KeyTensor => Bytes(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    private static TrainingPosition Load(IReadOnlyDictionary<string, WeightTensor> state, nn.Module net, Adam adam)
    {
        var numbers = state.Tensor(Numbers, 3).Values;
        var score = BitConverter.ToDouble(Array.ConvertAll(state.Tensor(ScoreName, sizeof(double)).Values, value => (byte)value));
        var best = state.Part(Best);
        ModuleState.Write(net, best);
        ModuleState.Write(net, state.Part(Now));
        using var scope = torch.NewDisposeScope();
        Tensor[] moments = [.. adam.State.Moments.Select((moment, i) => AlignedTensor.Of(state.Tensor($"{Moment}.{i}", moment.shape).Values, moment.shape))];
        adam.State = ((int)numbers[2], moments);
        return new TrainingPosition((int)numbers[0], score, (int)numbers[1], best);
    }

    // As numbers that a float keeps exactly: a score that is rounded, or the -∞ of a net that no pass has scored yet, would not lead to the same weights, or not be read at all.
    private static WeightTensor Bytes(byte[] bytes) => new([bytes.Length], Array.ConvertAll(bytes, value => (float)value));
}
