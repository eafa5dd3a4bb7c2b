using System.Security.Cryptography;

namespace LiveQuality.Mining.Faces.Weights;

/// <summary>Compares files with what the catalog says of them.</summary>
internal static class Sha256File
{
    /// <summary>Whether a file is there and has the size and the hash of the catalog.</summary>
    /// <exception cref="MiningException">It cannot be read.</exception>
    public static bool Matches(string path, FaceModelFile file)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            return stream.Length == file.Bytes && Convert.ToHexStringLower(SHA256.HashData(stream)) == file.Sha256;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A folder in its place, rights, a broken disk: the system's own words are the clearest.
            throw new MiningException($"{path} cannot be read ({e.Message.ReplaceLineEndings(" ")})", e);
        }
    }
}
