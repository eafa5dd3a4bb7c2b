namespace LiveQuality.Crawler.Importing;

/// <summary>A file of rows under named columns, read as a stream: one row in memory at a time.</summary>
public interface ITable : IDisposable
{
    /// <summary>Where the header stands, for messages: file, sheet where there is one, and row.</summary>
    string Header { get; }

    /// <summary>Column names, each once, in the file's order.</summary>
    IReadOnlyList<string> Columns { get; }

    /// <summary>The rows below the header; blank ones are left out. Can be read once.</summary>
    /// <exception cref="ImportException">A row is broken; those before it were fine.</exception>
    IEnumerable<FileRow> ReadRows(CancellationToken cancellationToken);
}
