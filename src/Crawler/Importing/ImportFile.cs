namespace LiveQuality.Crawler.Importing;

/// <summary>Opens files, and says in one line why one cannot be opened.</summary>
internal static class ImportFile
{
    private const int BufferSize = 64 * 1024;

    public static FileStream Open(string path)
    {
        FileStream file;
        try
        {
            file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferSize, FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or ArgumentException)
        {
            throw new ImportException($"{path}: no such file", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ImportException(Directory.Exists(path) ? $"{path} is a folder" : $"{path} cannot be opened: {e.Message}", e);
        }

        if (file.Length == 0)
        {
            file.Dispose();
            throw new ImportException($"{path} is empty");
        }

        return file;
    }
}
