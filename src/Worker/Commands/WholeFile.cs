using LiveQuality.Crawler.Exporting;

namespace LiveQuality.Worker.Commands;

/// <summary>Writes a new file whole or not at all.</summary>
internal static class WholeFile
{
    /// <exception cref="ExportException">The file cannot be written.</exception>
    public static async Task WriteAsync(string path, Func<Stream, Task> write)
    {
        if (Path.Exists(path))
        {
            // It may be the store itself, a device or a link: never replaced.
            throw new ExportException($"{path} is there already; only new files are written");
        }

        var partial = $"{path}.partial";
        try
        {
            await using (var stream = File.Create(partial))
            {
                await write(stream);
            }

            File.Move(partial, path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ExportException($"{path} cannot be written: {e.Message}", e);
        }
        finally
        {
            if (File.Exists(partial))
            {
                File.Delete(partial);
            }
        }
    }
}
