namespace LiveQuality.Worker.Output;

/// <summary>How scores are written, by the names that people type.</summary>
internal static class ScoresFormat
{
    /// <summary>For people.</summary>
    public const string Table = "table";

    /// <summary>One document.</summary>
    public const string Json = "json";

    /// <summary>For spreadsheets.</summary>
    public const string Csv = "csv";

    /// <summary>One JSON object a line.</summary>
    public const string Ndjson = "ndjson";

    /// <summary>For pandas, DuckDB and the like; a file only.</summary>
    public const string Parquet = "parquet";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> Names { get; } = [Table, Json, Csv, Ndjson, Parquet];
}
