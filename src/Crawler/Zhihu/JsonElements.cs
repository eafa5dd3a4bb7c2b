using System.Text.Json;

namespace LiveQuality.Crawler.Zhihu;

/// <summary>Steps into a parsed document.</summary>
internal static class JsonElements
{
    /// <summary>The value of a key; null where this is no object or lacks it.</summary>
    public static JsonElement? Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;
}
