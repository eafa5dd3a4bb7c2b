using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Parquet;
using Parquet.Schema;

namespace LiveQuality.Crawler.Exporting;

/// <summary>One column of a Parquet file: takes the values of a row group, then writes them.</summary>
internal abstract class ParquetColumn(DataField field)
{
    /// <summary>Name and type.</summary>
    public DataField Field { get; } = field;

    /// <summary>The column for a property.</summary>
    public static ParquetColumn Of(JsonPropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var get = property.Get ?? throw new ArgumentException($"{property.Name} cannot be read", nameof(property));
        return type == typeof(bool) ? new Values<bool>(property.Name, record => (bool?)get(record))
            : type == typeof(int) ? new Values<int>(property.Name, record => (int?)get(record))
            : type == typeof(long) ? new Values<long>(property.Name, record => (long?)get(record))
            : type == typeof(double) ? new Values<double>(property.Name, record => (double?)get(record))
            : type == typeof(DateTimeOffset) ? new Values<DateTime>(Timestamp(property.Name), record => ((DateTimeOffset?)get(record))?.UtcDateTime)
            : type == typeof(byte[]) ? new Blobs(property.Name, record => (byte[]?)get(record))
            : type == typeof(string) ? new Texts(property.Name, record => (string?)get(record))
            : new Texts(property.Name, record => Json(get(record), property));
    }

    /// <summary>Takes a record's value.</summary>
    /// <returns>How much memory it holds, about.</returns>
    public abstract long Add(object record);

    /// <summary>Writes what was taken, and begins anew.</summary>
    public abstract Task WriteAsync(ParquetRowGroupWriter group, CancellationToken cancellationToken);

    // What is one text as JSON, a date or a span of time, is that text; what has parts stays JSON.
    private static string? Json(object? value, JsonPropertyInfo property)
    {
        if (value is null)
        {
            return null;
        }

        var node = JsonSerializer.SerializeToNode(value, property.Options.GetTypeInfo(property.PropertyType));
        return node is JsonValue single && single.GetValueKind() == JsonValueKind.String ? single.GetValue<string>() : node?.ToJsonString(property.Options);
    }

    // Microseconds: the finest that every reader knows.
    private static DateTimeDataField Timestamp(string name) =>
        new(name, DateTimeFormat.Timestamp, isAdjustedToUTC: true, unit: DateTimeTimeUnit.Micros, isNullable: true);

    private sealed class Values<T>(DataField field, Func<object, T?> get) : ParquetColumn(field)
        where T : struct
    {
        private const int Bytes = 16;

        private readonly List<T?> _values = [];

        public Values(string name, Func<object, T?> get)
            : this(new DataField<T?>(name), get)
        {
        }

        public override long Add(object record)
        {
            _values.Add(get(record));
            return Bytes;
        }

        public override async Task WriteAsync(ParquetRowGroupWriter group, CancellationToken cancellationToken)
        {
            await group.WriteAsync<T>(Field, _values.ToArray().AsMemory(), cancellationToken: cancellationToken);
            _values.Clear();
        }
    }

    private sealed class Texts(string name, Func<object, string?> get) : ParquetColumn(new DataField<string>(name))
    {
        private readonly List<string?> _values = [];

        public override long Add(object record)
        {
            var value = get(record);
            _values.Add(value);
            return (value?.Length ?? 0) * sizeof(char);
        }

        public override async Task WriteAsync(ParquetRowGroupWriter group, CancellationToken cancellationToken)
        {
            await group.WriteAsync(Field, _values!);
            _values.Clear();
        }
    }

    private sealed class Blobs(string name, Func<object, byte[]?> get) : ParquetColumn(new DataField<byte[]>(name))
    {
        private readonly List<byte[]?> _values = [];

        public override long Add(object record)
        {
            var value = get(record);
            _values.Add(value);
            return value?.Length ?? 0;
        }

        public override async Task WriteAsync(ParquetRowGroupWriter group, CancellationToken cancellationToken)
        {
            await group.WriteAsync(Field, _values!);
            _values.Clear();
        }
    }
}
