namespace LiveQuality.Crawler.Fetching.Warc;

/// <summary>Bytes of an archive that are no record: the rest of the archive is read all the same.</summary>
/// <param name="Path">The file.</param>
/// <param name="Offset">Byte offset in the file.</param>
/// <param name="Reason">What is wrong, one line.</param>
internal sealed record WarcProblem(string Path, long Offset, string Reason)
{
    /// <summary>Whether the file ends inside of what began here, as after a crash: the end of the recording is missing.</summary>
    public bool IsTorn { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Path}: at byte {Offset}: {Reason}";
}
