using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Zhihu;

namespace LiveQuality.Crawler.Crawling.Watching;

/// <summary>Small questions to counted fields.</summary>
internal static class FieldShapes
{
    // The most frequent are what a rename or a new key would be; the rest is rare or rubbish.
    private const int MostUnknown = 50;

    /// <summary>What a run keeps of the counts.</summary>
    public static KindFields Of(FieldCounts counts) => new(
        counts.Kind,
        counts.Items,
        [.. counts.Known.Where(field => field.Objects > 0).Select(Of)],
        [.. counts.Unknown.OrderByDescending(field => field.Present).Take(MostUnknown).Select(Of)]);

    /// <summary>Objects that had the field; a hostile object may have a key twice.</summary>
    public static long Having(this FieldShape shape) => Math.Min(shape.Values(), shape.Objects);

    /// <summary>Values of the field, of any type.</summary>
    public static long Values(this FieldShape shape) => shape.Types.Values.Sum();

    /// <summary>The most frequent type but null; null where there is none.</summary>
    public static string? UsualType(this FieldShape shape) => shape.Types.Where(type => type.Key != "null").OrderByDescending(type => type.Value).FirstOrDefault().Key;

    /// <summary>The field, present or not; null where its object never came.</summary>
    public static FieldShape? Find(this KindFields fields, string field)
    {
        var parent = Parent(field);
        return fields.Known.FirstOrDefault(shape => shape.Field == field) ?? fields.Unknown.FirstOrDefault(shape => shape.Field == field)
            ?? (fields.Known.FirstOrDefault(shape => Parent(shape.Field) == parent) is { } sibling
                ? new FieldShape(field, sibling.Objects, new Dictionary<string, long>())
                : null);
    }

    /// <summary>Path of the object that a field is in; empty for the item.</summary>
    public static string Parent(string field) => field[..Math.Max(0, field.LastIndexOf('.'))];

    private static FieldShape Of(FieldCount count) => new(count.Field, count.Objects, count.Types);
}
