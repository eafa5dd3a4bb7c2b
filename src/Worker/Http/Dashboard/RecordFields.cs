using System.Globalization;
using System.Text.Json;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;

namespace LiveQuality.Worker.Http.Dashboard;

/// <summary>Everything a record holds, field by field under its stored name, for pages that leave nothing out.</summary>
internal static class RecordFields
{
    /// <param name="record">The record.</param>
    /// <param name="collection">Where it is kept.</param>
    /// <param name="here">For words and times.</param>
    /// <param name="without">Fields that the page shows elsewhere.</param>
    public static IReadOnlyList<(string Name, string Value)> Of<T>(T record, Collection<T> collection, Visitor here, params string[] without)
        where T : class, IRecord =>
        [.. JsonSerializer.SerializeToElement(record, collection.Json).EnumerateObject().Where(field => !without.Contains(field.Name)).Select(field => (field.Name, Text(field.Name, field.Value, here)))];

    private static string Text(string name, JsonElement value, Visitor here) => value.ValueKind switch
    {
        JsonValueKind.Null => Shown.Nothing,
        JsonValueKind.True or JsonValueKind.False => Shown.YesNo(value.GetBoolean(), here.Tongue),
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.Object && item.TryGetProperty("name", out var tag) ? tag.ToString() : item.ToString())),
        JsonValueKind.String when name.EndsWith("At", StringComparison.Ordinal) && value.TryGetDateTimeOffset(out var time) => Shown.Time(time),
        JsonValueKind.Number when name.EndsWith("Fen", StringComparison.Ordinal) && value.TryGetInt64(out var fen) => Shown.Yuan(fen),
        JsonValueKind.Number when value.TryGetInt64(out var whole) => whole.ToString("N0", CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
