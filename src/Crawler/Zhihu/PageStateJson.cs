using System.Text.Json.Serialization;

namespace LiveQuality.Crawler.Zhihu;

/// <summary>How the state inside a web page is read: the site's own front end renames people's keys to camelCase there.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    MaxDepth = SiteJson.MaxDepth,
    Converters = [typeof(LooseText), typeof(LooseWhole), typeof(LooseNumber), typeof(LooseFlag)])]
[JsonSerializable(typeof(WirePerson))]
internal sealed partial class PageStateJson : JsonSerializerContext;
