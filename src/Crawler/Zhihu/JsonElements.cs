using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace LiveQuality.Crawler.Zhihu;

/// <summary>Steps into a parsed document.</summary>
internal static class JsonElements
{
    /// <summary>The value of a key; null where this is no object or lacks it.</summary>
    public static JsonElement? Member(this JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        // By raw names, unlike TryGetProperty, which throws at half a surrogate pair in any of them.
        var raw = Encoding.UTF8.GetBytes(name);
        foreach (var property in element.EnumerateObject())
        {
            if (JsonMarshal.GetRawUtf8PropertyName(property).SequenceEqual(raw))
            {
                return property.Value;
            }
        }

        return null;
    }
}
