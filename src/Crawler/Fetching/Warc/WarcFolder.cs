namespace LiveQuality.Crawler.Fetching.Warc;

/// <summary>The archive files that a path stands for.</summary>
internal static class WarcFolder
{
    /// <summary>The file itself, or every <c>.warc</c> and <c>.warc.gz</c> file right in the folder, sorted by name.</summary>
    /// <param name="path">A file or folder.</param>
    /// <exception cref="RecordingException">There is no such path, it cannot be read, or the folder holds no archive.</exception>
    public static IReadOnlyList<string> Files(string path)
    {
        if (File.Exists(path))
        {
            return [path];
        }

        if (!Directory.Exists(path))
        {
            throw new RecordingException($"{path}: there is no such file or folder");
        }

        try
        {
            string[] files = [.. Directory.EnumerateFiles(path).Where(file =>
                file.EndsWith(".warc", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".warc.gz", StringComparison.OrdinalIgnoreCase))];
            Array.Sort(files, StringComparer.Ordinal);
            return files.Length > 0 ? files : throw new RecordingException($"{path}: the folder holds no .warc or .warc.gz file");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecordingException($"{path}: cannot be read: {e.Message.ReplaceLineEndings(" ")}", e);
        }
    }
}
