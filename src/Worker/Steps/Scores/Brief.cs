using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;

namespace LiveQuality.Worker.Steps.Scores;

/// <summary>Collections without what no list shows: the long texts of lives, and the contributions of scores, nine tenths of what is stored. SQLite's documents are read past them; MongoDB's are read whole.</summary>
internal static class Brief
{
    private static readonly string[] Texts = ["description", "outline", "speakerIntroduction"];

    private static readonly JsonSerializerOptions Options = new(RecordJson.Relaxed.Options) { TypeInfoResolver = RecordJson.Relaxed.WithAddedModifier(Skip) };

    public static Collection<Live> Lives { get; } = Collections.Lives with { Json = Of<Live>() };

    public static Collection<Score> Scores { get; } = Collections.Scores with { Json = Of<Score>() };

    private static JsonTypeInfo<T> Of<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));

    private static void Skip(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (type.Type == typeof(Live) && Texts.Contains(property.Name))
            {
                property.CustomConverter = new Skipped<string?>(null);
            }
            else if (property.PropertyType == typeof(IReadOnlyList<Contribution>))
            {
                property.CustomConverter = new Skipped<IReadOnlyList<Contribution>>([]);
            }
        }
    }

    private sealed class Skipped<T>(T instead) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            reader.Skip();
            return instead;
        }

        // Nothing is written by it.
        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => throw new NotSupportedException();
    }
}
