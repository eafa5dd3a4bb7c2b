using LiveQuality.Crawler.Exporting;

namespace LiveQuality.Worker.Commands;

/// <summary>Writes a file whole or not at all: what was there stays until the new one is complete.</summary>
internal static class WholeFile
{
    /// <exception cref="ExportException">The file cannot be written.</exception>
    public static async Task WriteAsync(string path, Func<Stream, Task> write)
    {
        var partial = $"{path}.partial";
        try
        {
            await using (var stream = File.Create(partial))
            {
                await write(stream);
            }

            File.Move(partial, path, overwrite: true);
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
