using System.Text.Json;

namespace LiveQuality.Crawler.Zhihu;

/// <summary>JSON's types as places in a small array, for counting.</summary>
internal static class JsonTypes
{
    public const int Count = 6;

    private static readonly string[] Names = ["null", "bool", "number", "string", "array", "object"];

    /// <summary>Place of the value that starts with a token.</summary>
    public static int IndexOf(JsonTokenType token) => token switch
    {
        JsonTokenType.True or JsonTokenType.False => 1,
        JsonTokenType.Number => 2,
        JsonTokenType.String => 3,
        JsonTokenType.StartArray => 4,
        JsonTokenType.StartObject => 5,
        _ => 0,
    };

    /// <summary>Counts by name, zeros left out.</summary>
    public static IReadOnlyDictionary<string, long> ByName(ReadOnlySpan<long> counts)
    {
        var named = new Dictionary<string, long>(StringComparer.Ordinal);
        for (var i = 0; i < counts.Length; i++)
        {
            if (counts[i] != 0)
            {
                named.Add(Names[i], counts[i]);
            }
        }

        return named;
    }
}
