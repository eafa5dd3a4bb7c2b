using System.Text;

namespace LiveQuality.Crawler.Fetching.Warc.Indexing;

/// <summary>
/// Collects the lines of one archive file's index on disk and sorts them at the end, when they take some 300 bytes of memory each for a
/// moment (50 MB for a file of 1 GiB with 170,000 answers). The index appears under its name whole or not at all.
/// </summary>
internal sealed class CdxjWriter : IDisposable
{
    private readonly string _archive;
    private readonly FileStream _unsorted;

    /// <param name="archive">Path of the archive file.</param>
    public CdxjWriter(string archive)
    {
        _archive = archive;
        _unsorted = new FileStream(CdxjFile.UnsortedPathOf(archive), FileMode.Create, FileAccess.ReadWrite);
    }

    /// <summary>Adds a record's line; a record that belongs in no index is passed over.</summary>
    /// <param name="record">The record, with its place.</param>
    public void Add(WarcRecord record)
    {
        if (CdxjLine.Of(record, Path.GetFileName(_archive)) is { } line)
        {
            _unsorted.Write(Encoding.UTF8.GetBytes($"{line}\n"));
        }
    }

    /// <summary>Puts the sorted index in its place.</summary>
    public void Complete()
    {
        var bytes = new byte[_unsorted.Length];
        _unsorted.Position = 0;
        _unsorted.ReadExactly(bytes);
        var lines = new List<ReadOnlyMemory<byte>>();
        for (ReadOnlyMemory<byte> rest = bytes; !rest.IsEmpty; rest = rest[lines[^1].Length..])
        {
            lines.Add(rest[..(rest.Span.IndexOf((byte)'\n') + 1)]);
        }

        lines.Sort((one, other) => one.Span.SequenceCompareTo(other.Span));
        _unsorted.Position = 0;
        foreach (var line in lines)
        {
            _unsorted.Write(line.Span);
        }

        _unsorted.Dispose();
        File.Move(_unsorted.Name, CdxjFile.PathOf(_archive), overwrite: true);
    }

    /// <summary>Gives the lines up if <see cref="Complete"/> was not called.</summary>
    public void Dispose()
    {
        _unsorted.Dispose();
        try
        {
            File.Delete(_unsorted.Name);
        }
        // What is left is overwritten when the index is made again.
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }
}
