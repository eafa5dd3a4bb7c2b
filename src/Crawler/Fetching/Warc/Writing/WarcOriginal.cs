namespace LiveQuality.Crawler.Fetching.Warc.Writing;

/// <summary>The response record that a revisit record refers to.</summary>
/// <param name="RecordId">Its id.</param>
/// <param name="TargetUri">Its address.</param>
/// <param name="Date">Its date, as written there.</param>
/// <param name="PayloadDigest">Labelled digest of its payload.</param>
internal sealed record WarcOriginal(string RecordId, string TargetUri, string Date, string PayloadDigest)
{
    /// <summary>Validator of its answer; null where it has none.</summary>
    public string? ETag { get; private init; }

    /// <summary>The other validator, as written there; null where it has none.</summary>
    public string? LastModified { get; private init; }

    /// <summary>What a revisit must know of a record; null when the record is no whole answer.</summary>
    /// <param name="record">The record.</param>
    public static WarcOriginal? Of(WarcRecord record)
    {
        if (record is not { Type: "response", TargetUri: { } uri }
            || record["WARC-Truncated"] is not null
            || record["WARC-Record-ID"] is not { } id
            || record["WARC-Date"] is not { } date
            || record["WARC-Payload-Digest"] is not { } digest)
        {
            return null;
        }

        try
        {
            var head = HttpHead.Parse(record.Content);
            return new WarcOriginal(id, uri, date, digest) { ETag = head["ETag"], LastModified = head["Last-Modified"] };
        }
        // Untrusted bytes: Parse says so when they are no answer.
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
