namespace LiveQuality.Crawler.Zhihu;

/// <summary>How often one known field was there.</summary>
/// <param name="Field">Dotted path; lists are passed through: <c>tags.id</c>.</param>
/// <param name="Present">Times it was there, null or not.</param>
/// <param name="Missing">Times its object was there without it.</param>
/// <param name="Null">Times it was there and null.</param>
public sealed record FieldCount(string Field, long Present, long Missing, long Null);
