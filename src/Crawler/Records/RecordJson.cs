using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LiveQuality.Crawler.Records;

/// <summary>How records are written as JSON: camelCase, unknown values left out, Chinese as it is.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(Live))]
[JsonSerializable(typeof(Speaker))]
[JsonSerializable(typeof(Review))]
[JsonSerializable(typeof(Portrait))]
[JsonSerializable(typeof(Observation))]
[JsonSerializable(typeof(QuarantineEntry))]
[JsonSerializable(typeof(ModelRecord))]
[JsonSerializable(typeof(Score))]
[JsonSerializable(typeof(Run))]
[JsonSerializable(typeof(FrontierItem))]
[JsonSerializable(typeof(Host))]
[JsonSerializable(typeof(Notice))]
public sealed partial class RecordJson : JsonSerializerContext
{
    /// <summary>The one instance to use.</summary>
    public static RecordJson Relaxed { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true,
        // Documents go to databases and files, never into HTML: no reason to write 直播 as \u76f4\u64ad.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
