using System.Security.Cryptography;
using System.Text.Json;
using LiveQuality.Mining.Models;

namespace LiveQuality.Mining.Faces.Heads;

/// <summary>A head on disk: NAME.json, which people can read, and NAME.safetensors beside it (a manifest NAME without that ending has NAME.safetensors too). Data only: nothing in them is ever executed.</summary>
internal static class FaceHeadFile
{
    private const string Manifest = ".json";
    private const string Weights = ".safetensors";
    private const long MostBytes = 256 << 20;
    private const long MostManifestBytes = 1 << 20;

    /// <summary>Writes both files; the manifest last, so that where it stands all is whole.</summary>
    /// <param name="path">The manifest's path, NAME.json.</param>
    /// <param name="head">The head.</param>
    /// <exception cref="MiningException">The place cannot be written to.</exception>
    public static void Write(string path, IFaceHead head)
    {
        try
        {
            var manifest = JsonSerializer.Serialize(head.Manifest, FaceHeadJson.Default.FaceHeadManifest) + "\n";
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            File.WriteAllBytes(WeightsOf(path), SafeTensors.Write(head.State));
            File.WriteAllText(path, manifest);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MiningException($"{path}: cannot be written ({e.Message.ReplaceLineEndings(" ")})", e);
        }
    }

    /// <summary>Reads both files.</summary>
    /// <param name="path">The manifest's path, NAME.json.</param>
    /// <exception cref="MiningException">A file is missing or damaged, or is no head known here; the message names it.</exception>
    public static IFaceHead Read(string path)
    {
        var weightsPath = WeightsOf(path);
        try
        {
            var manifest = JsonSerializer.Deserialize(Bounded(path, MostManifestBytes), FaceHeadJson.Default.FaceHeadManifest) ?? throw new ModelFormatException("the manifest is null");
            CheckNames(manifest);
            var weights = Bounded(weightsPath, MostBytes);
            return HashOf(weights) == manifest.WeightsSha256
                ? FaceHeads.Restore(manifest, SafeTensors.Read(weights))
                : throw new ModelFormatException($"{Path.GetFileName(weightsPath)} does not match the manifest's SHA-256");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or ModelFormatException)
        {
            throw new MiningException($"{path}: cannot be read as a trained head ({e.Message.ReplaceLineEndings(" ")})", e);
        }
    }

    /// <summary>SHA-256 of numbers as this class writes them.</summary>
    public static string HashOf(IReadOnlyDictionary<string, WeightTensor> state) => HashOf(SafeTensors.Write(state));

    // The numbers have a hash, the manifest has none: it may say anything.
    private static void CheckNames(FaceHeadManifest manifest)
    {
        foreach (var (task, names) in manifest.Classes)
        {
            if (names is null || names.Count < 2 || names.Any(string.IsNullOrEmpty) || names.Distinct(StringComparer.Ordinal).Count() < names.Count)
            {
                throw new ModelFormatException($"the answers of {task} are not two or more different names");
            }
        }

        if (manifest.Blocks.Any(string.IsNullOrEmpty) || manifest.WeightsSha256.Length != 64)
        {
            throw new ModelFormatException("a block has no name, or the hash is none");
        }
    }

    // Any name may be asked for; the numbers never go where the manifest goes.
    private static string WeightsOf(string path) => Path.GetExtension(path) == Manifest ? Path.ChangeExtension(path, Weights) : path + Weights;

    private static string HashOf(byte[] weights) => Convert.ToHexStringLower(SHA256.HashData(weights));

    private static byte[] Bounded(string path, long most) =>
        new FileInfo(path).Length <= most ? File.ReadAllBytes(path) : throw new ModelFormatException($"{Path.GetFileName(path)} is larger than {most} bytes");
}
