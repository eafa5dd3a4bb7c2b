using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace LiveQuality.Crawler.Exporting;

/// <summary>Records as JSON Lines: one record a line, as it is stored. Nothing is lost on the way out and in again.</summary>
public static class JsonlExport
{
    private const int BufferCharacters = 64 * 1024;

    /// <summary>Writes records as they come, in UTF-8.</summary>
    /// <param name="records">What to write.</param>
    /// <param name="json">How the records are written.</param>
    /// <param name="output">Where to; stays open.</param>
    /// <param name="cancellationToken">Stops after a whole line.</param>
    /// <returns>How many were written.</returns>
    public static async Task<long> WriteAsync<T>(IAsyncEnumerable<T> records, JsonTypeInfo<T> json, Stream output, CancellationToken cancellationToken)
        where T : class
    {
        await using var text = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), BufferCharacters, leaveOpen: true);
        text.NewLine = "\n";
        var count = 0L;
        await foreach (var record in records.WithCancellation(cancellationToken))
        {
            await text.WriteLineAsync(JsonSerializer.Serialize(record, json).AsMemory(), cancellationToken);
            count++;
        }

        await text.FlushAsync(cancellationToken);
        return count;
    }
}
