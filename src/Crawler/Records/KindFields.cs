namespace LiveQuality.Crawler.Records;

/// <summary>What the items of one kind had in a crawl.</summary>
/// <param name="Kind"><c>live</c>, <c>review</c> or <c>speaker</c>.</param>
/// <param name="Items">How many there were.</param>
/// <param name="Known">The fields that the crawler knows, except those whose object never came.</param>
/// <param name="Unknown">Keys that it does not know, most frequent first, at most 50.</param>
public sealed record KindFields(string Kind, long Items, IReadOnlyList<FieldShape> Known, IReadOnlyList<FieldShape> Unknown);
