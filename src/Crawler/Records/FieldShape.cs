namespace LiveQuality.Crawler.Records;

/// <summary>How often a field was there in a crawl, and as what.</summary>
/// <param name="Field">Dotted path; lists are passed through: <c>tags.id</c>.</param>
/// <param name="Objects">Objects that could have had it; what its coverage is a share of.</param>
/// <param name="Types">Times it was there, by the JSON type of its value: <c>null</c>, <c>bool</c>, <c>number</c>, <c>string</c>, <c>array</c>, <c>object</c>; zeros are left out.</param>
public sealed record FieldShape(string Field, long Objects, IReadOnlyDictionary<string, long> Types);
