namespace LiveQuality.Crawler.Fetching.Warc.Indexing;

/// <summary>
/// The index beside an archive file: <c>x.cdxj</c> for <c>x.warc.gz</c>, one each, so that two processes never write the same one (pywb
/// reads a folder of them as one). It is derived: it exists only for a file that was closed or mended, and can be deleted at any time.
/// </summary>
internal static class CdxjFile
{
    private const string ArchiveSuffix = ".warc.gz";

    /// <summary>Where the index of an archive file is.</summary>
    /// <param name="archive">Path of the archive file.</param>
    public static string PathOf(string archive) => $"{Stem(archive)}.cdxj";

    /// <summary>Where its lines are collected in the order of writing.</summary>
    /// <param name="archive">Path of the archive file.</param>
    public static string UnsortedPathOf(string archive) => $"{Stem(archive)}.cdxj.unsorted";

    /// <summary>The archive files of a folder that can have an index, in the order of writing.</summary>
    /// <param name="folder">The folder.</param>
    public static string[] Archives(string folder)
    {
        var files = Directory.GetFiles(folder, $"*{ArchiveSuffix}");
        Array.Sort(files, StringComparer.Ordinal);
        return files;
    }

    /// <summary>Whether an archive file has an index that was made after its last change.</summary>
    /// <param name="archive">Path of the archive file.</param>
    public static bool IsFresh(string archive)
    {
        var index = PathOf(archive);
        return File.Exists(index) && File.GetLastWriteTimeUtc(index) >= File.GetLastWriteTimeUtc(archive);
    }

    /// <summary>The lines of an archive file's index, sorted bytewise. Lines that are none are left out.</summary>
    /// <param name="archive">Path of the archive file.</param>
    public static IEnumerable<CdxjLine> Read(string archive) => File.ReadLines(PathOf(archive)).Select(CdxjLine.Parse).OfType<CdxjLine>();

    private static string Stem(string archive) =>
        archive.EndsWith(ArchiveSuffix, StringComparison.OrdinalIgnoreCase) ? archive[..^ArchiveSuffix.Length] : archive;
}
