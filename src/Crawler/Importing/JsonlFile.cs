using System.Text;

namespace LiveQuality.Crawler.Importing;

/// <summary>A file with one JSON value a line, UTF-8 with or without byte order mark.</summary>
public static class JsonlFile
{
    /// <summary>The longest line, characters.</summary>
    public const int MaxLineCharacters = 16 * 1024 * 1024;

    private const int BufferCharacters = 64 * 1024;

    /// <summary>Streams the lines; blank ones are left out. Only LF and CRLF end a line: JSON text may hold the other Unicode line ends.</summary>
    /// <exception cref="ImportException">The file cannot be opened, is not UTF-8, or has a line that is too long.</exception>
    public static IEnumerable<JsonLine> ReadLines(string path, CancellationToken cancellationToken)
    {
        using var text = new StreamReader(ImportFile.Open(path), new UTF8Encoding(false, throwOnInvalidBytes: true));
        var buffer = new char[BufferCharacters];
        var line = new StringBuilder();
        var number = 1;
        while (Fill(text, buffer, path, number) is > 0 and var count)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var start = 0; start < count;)
            {
                var length = buffer.AsSpan(start, count - start).IndexOf('\n');
                var end = length < 0 ? count : start + length;
                line.Append(buffer, start, end - start);
                if (line.Length > MaxLineCharacters)
                {
                    throw new ImportException($"{path}, line {number} is longer than {MaxLineCharacters:N0} characters");
                }

                if (length >= 0)
                {
                    if (Line(path, number++, line) is { } whole)
                    {
                        yield return whole;
                    }

                    line.Clear();
                }

                start = end + 1;
            }
        }

        if (Line(path, number, line) is { } last)
        {
            yield return last;
        }
    }

    private static JsonLine? Line(string path, int number, StringBuilder line)
    {
        var text = line.ToString().TrimEnd('\r');
        return string.IsNullOrWhiteSpace(text) ? null : new JsonLine($"{path}, line {number}", number, text);
    }

    private static int Fill(StreamReader text, char[] buffer, string path, int number)
    {
        try
        {
            return text.Read(buffer, 0, buffer.Length);
        }
        catch (DecoderFallbackException e)
        {
            throw new ImportException($"{path}, line {number} or soon after: not UTF-8", e);
        }
        catch (IOException e)
        {
            throw new ImportException($"{path}, line {number}: {e.Message}", e);
        }
    }
}
