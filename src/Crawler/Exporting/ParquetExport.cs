using System.Text.Json.Serialization.Metadata;
using Parquet;
using Parquet.Schema;

namespace LiveQuality.Crawler.Exporting;

/// <summary>Records as Apache Parquet, for pandas, DuckDB and the like: a column a property, with its type; what has parts is JSON in a text.</summary>
public static class ParquetExport
{
    private const int GroupRows = 10_000;

    // Weights of models and payloads in quarantine are large: so many characters or bytes end a row group early.
    private const long GroupBytes = 32 * 1024 * 1024;

    /// <summary>Writes the records as they come, a row group in memory at a time. Columns are the record type's properties in their order, all of them optional.</summary>
    /// <param name="records">What to write.</param>
    /// <param name="json">How the records are written: gives names and types of the columns.</param>
    /// <param name="output">Where to; can be sought in, and stays open.</param>
    /// <param name="cancellationToken">Stops after a whole row; what is written by then is no whole file.</param>
    /// <returns>How many were written.</returns>
    public static async Task<long> WriteAsync<T>(IAsyncEnumerable<T> records, JsonTypeInfo<T> json, Stream output, CancellationToken cancellationToken)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(json);
        ParquetColumn[] columns = [.. json.Properties.Select(ParquetColumn.Of)];
        var options = new ParquetOptions { CompressionMethod = CompressionMethod.Zstd };
        await using var writer = await ParquetWriter.CreateAsync(new ParquetSchema(columns.Select(column => column.Field)), output, options, cancellationToken: cancellationToken);
        var (count, inGroup, bytes) = (0L, 0, 0L);
        await foreach (var record in records.WithCancellation(cancellationToken))
        {
            bytes += columns.Sum(column => column.Add(record));
            count++;
            inGroup++;
            if (inGroup == GroupRows || bytes >= GroupBytes)
            {
                await WriteAsync(writer, columns, cancellationToken);
                (inGroup, bytes) = (0, 0);
            }
        }

        if (inGroup > 0)
        {
            await WriteAsync(writer, columns, cancellationToken);
        }

        return count;
    }

    private static async Task WriteAsync(ParquetWriter writer, ParquetColumn[] columns, CancellationToken cancellationToken)
    {
        using var group = writer.CreateRowGroup();
        foreach (var column in columns)
        {
            await column.WriteAsync(group, cancellationToken);
        }

        group.CompleteValidate();
    }
}
