using System.Data;
using System.Text;
using System.Text.Json.Serialization.Metadata;
using Sylvan.Data.Csv;

namespace LiveQuality.Crawler.Exporting;

/// <summary>Records as CSV (RFC 4180) for spreadsheets: flat columns, UTF-8 with byte order mark, which Excel needs to see Chinese.</summary>
/// <remarks>For reading, not for reading in again: formulas are defused and lists flattened. <see cref="JsonlExport"/> loses nothing.</remarks>
public static class CsvExport
{
    private const int BatchRows = 500;

    // The largest record there is has a model's weights, 16 MiB, as base64.
    private const int MaxRowCharacters = 32 * 1024 * 1024;

    /// <summary>Writes a header and the records as they come. Columns are the record type's properties in their order, whatever the first record holds.</summary>
    /// <param name="records">What to write.</param>
    /// <param name="json">How the records are written: gives names and types of the columns.</param>
    /// <param name="output">Where to; stays open.</param>
    /// <param name="cancellationToken">Stops after a whole row.</param>
    /// <returns>How many were written.</returns>
    public static async Task<long> WriteAsync<T>(IAsyncEnumerable<T> records, JsonTypeInfo<T> json, Stream output, CancellationToken cancellationToken)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(json);
        using var batch = new DataTable { Locale = System.Globalization.CultureInfo.InvariantCulture };
        batch.Columns.AddRange([.. json.Properties.Select(p => new DataColumn(p.Name, typeof(string)))]);

        // An empty batch is the header alone.
        await WriteAsync(batch, output, header: true, cancellationToken);
        var count = 0L;
        await foreach (var record in records.WithCancellation(cancellationToken))
        {
            batch.Rows.Add([.. json.Properties.Select(p => CsvCell.Of(p.Get!(record), p))]);
            count++;
            if (batch.Rows.Count == BatchRows)
            {
                await WriteAsync(batch, output, header: false, cancellationToken);
            }
        }

        await WriteAsync(batch, output, header: false, cancellationToken);
        return count;
    }

    // The library writes a DbDataReader; a batch of rows is the shortest way to one.
    private static async Task WriteAsync(DataTable batch, Stream output, bool header, CancellationToken cancellationToken)
    {
        await using var text = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: header), leaveOpen: true);
        await using var writer = CsvDataWriter.Create(text, new CsvDataWriterOptions
        {
            WriteHeaders = header,
            NewLine = "\r\n",
            MaxBufferSize = MaxRowCharacters,
        });
        await using var reader = batch.CreateDataReader();
        await writer.WriteAsync(reader, cancellationToken);
        batch.Clear();
    }
}
