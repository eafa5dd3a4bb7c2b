namespace LiveQuality.Crawler.Crawling;

/// <summary>What the items of one kind had and lacked.</summary>
/// <param name="Kind"><c>live</c>, <c>review</c> or <c>speaker</c>.</param>
/// <param name="Items">How many there were.</param>
/// <param name="Missing">How many lacked a known field, by field; fields that none lacked are left out.</param>
/// <param name="Unknown">How many had a field that we do not know, by field.</param>
public sealed record FieldReport(string Kind, long Items, IReadOnlyDictionary<string, long> Missing, IReadOnlyDictionary<string, long> Unknown);
