using System.Text.Json;
using System.Text.Json.Serialization;

namespace LiveQuality.Crawler.Zhihu;

/// <summary>How the API's JSON is read: snake_case, forgiving about types, bounded in depth.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    MaxDepth = MaxDepth,
    Converters = [typeof(LooseText), typeof(LooseWhole), typeof(LooseNumber), typeof(LooseFlag)])]
[JsonSerializable(typeof(WireLive))]
[JsonSerializable(typeof(WireReview))]
[JsonSerializable(typeof(WirePerson))]
[JsonSerializable(typeof(WirePaging))]
[JsonSerializable(typeof(WireError))]
internal sealed partial class SiteJson : JsonSerializerContext
{
    /// <summary>The site's deepest recorded answer has 9 levels.</summary>
    public const int MaxDepth = 32;

    public static readonly JsonReaderOptions Reader = new() { MaxDepth = MaxDepth };

    public static readonly JsonDocumentOptions Document = new() { MaxDepth = MaxDepth };
}
