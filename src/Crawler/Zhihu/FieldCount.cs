namespace LiveQuality.Crawler.Zhihu;

/// <summary>How often one field was there, and as what.</summary>
/// <param name="Field">Dotted path; lists are passed through: <c>tags.id</c>.</param>
/// <param name="Objects">Objects that could have had it.</param>
/// <param name="Types">Times it was there, by the JSON type of its value: <c>null</c>, <c>bool</c>, <c>number</c>, <c>string</c>, <c>array</c>, <c>object</c>; zeros are left out.</param>
public sealed record FieldCount(string Field, long Objects, IReadOnlyDictionary<string, long> Types)
{
    /// <summary>Times it was there, null or not.</summary>
    public long Present => Types.Values.Sum();

    /// <summary>Objects without it. A hostile object may have a key twice: then it counts twice as present and never below 0 here.</summary>
    public long Missing => Math.Max(0, Objects - Present);

    /// <summary>Times it was there and null.</summary>
    public long Null => Types.GetValueOrDefault("null");
}
