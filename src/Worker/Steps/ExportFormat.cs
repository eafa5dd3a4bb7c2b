namespace LiveQuality.Worker.Steps;

/// <summary>How records are exported.</summary>
internal enum ExportFormat
{
    /// <summary>One JSON object a line; loses nothing.</summary>
    Jsonl,

    /// <summary>For spreadsheets.</summary>
    Csv,

    /// <summary>For pandas, DuckDB and the like; a file only.</summary>
    Parquet,
}
