using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Json.Schema;
using Xunit;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace LiveQuality.Worker.Tests.Deployment;

/// <summary>The compose file against the specification's own schema, and against what operators were promised. No engine runs here, so nothing is started.</summary>
public sealed partial class ComposeFileTests
{
    private static readonly JsonObject Compose = Read("docker-compose.yml");
    private static readonly JsonObject Services = (JsonObject)Compose["services"]!;

    [Fact]
    public void File_BySchema_IsValid()
    {
        using var stream = typeof(ComposeFileTests).Assembly.GetManifestResourceStream($"{typeof(ComposeFileTests).Namespace}.compose-spec.json")!;
        using var reader = new StreamReader(stream);
        var schema = JsonSchema.FromText(reader.ReadToEnd());

        var result = schema.Evaluate(JsonSerializer.SerializeToElement(Compose), new EvaluationOptions { OutputFormat = OutputFormat.List });

        Assert.True(result.IsValid, string.Join("; ", (result.Details ?? []).Where(d => d.Errors is not null).SelectMany(d => d.Errors!.Select(e => $"{d.InstanceLocation}: {e.Value}"))));
    }

    [Fact]
    public void Images_OfOthers_ArePinnedByDigest()
    {
        Assert.All(Services.Where(s => s.Value!["build"] is null), service => Assert.Matches(PinnedImage(), service.Value!["image"]!.GetValue<string>()));
        Assert.All(File.ReadAllLines(Path.Combine(Repository.Root, "Dockerfile")).Where(line => line.StartsWith("FROM ", StringComparison.Ordinal)), line => Assert.Matches(PinnedImage(), line));
    }

    [Fact]
    public void Workers_Always_MayWriteOnlyWhereTheyMust()
    {
        var workers = Services.Where(s => s.Value!["build"] is not null).ToList();

        Assert.Equal(["worker", "node-1", "node-2"], workers.Select(w => w.Key));
        Assert.All(workers, worker =>
        {
            Assert.True(worker.Value!["read_only"]!.GetValue<bool>());
            Assert.Equal("ALL", worker.Value["cap_drop"]![0]!.GetValue<string>());
            Assert.Equal("service_healthy", worker.Value["depends_on"]!["mongo"]!["condition"]!.GetValue<string>());
        });
        Assert.Contains("USER $APP_UID", File.ReadAllLines(Path.Combine(Repository.Root, "Dockerfile")));
    }

    [Fact]
    public void Ports_Always_AreOfThisMachineOnly() =>
        Assert.All(Services.SelectMany(s => s.Value!["ports"] as JsonArray ?? []), port => Assert.StartsWith("127.0.0.1:", port!.GetValue<string>(), StringComparison.Ordinal));

    [Fact]
    public void Secrets_Always_AreFilesAndNeverSettings()
    {
        var declared = ((JsonObject)Compose["secrets"]!).Select(s => s.Key).ToHashSet();
        Assert.All(Services.SelectMany(s => s.Value!["secrets"] as JsonArray ?? []), secret => Assert.Contains(secret!.GetValue<string>(), declared));
        Assert.DoesNotContain(Services.SelectMany(s => s.Value!["environment"] as JsonObject ?? []), pair => pair.Key.EndsWith("PASSWORD", StringComparison.Ordinal));
    }

    // Through YAML's anchors and merge keys to the JSON that the schema is of.
    private static JsonObject Read(string file)
    {
        using var reader = new StreamReader(Path.Combine(Repository.Root, file));
        var yaml = new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build().Deserialize(new MergingParser(new Parser(reader)));
        return (JsonObject)JsonNode.Parse(new SerializerBuilder().JsonCompatible().Build().Serialize(yaml!))!;
    }

    [GeneratedRegex("@sha256:[0-9a-f]{64}( |$)")]
    private static partial Regex PinnedImage();
}
