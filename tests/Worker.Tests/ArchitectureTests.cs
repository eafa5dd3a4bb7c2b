using System.Reflection;
using LiveQuality.Crawler.Records;
using LiveQuality.Mining;
using NetArchTest.Rules;
using Xunit;

namespace LiveQuality.Worker.Tests;

/// <summary>Holds the arrows of the house: Worker → Mining → Crawler, and those inside.</summary>
public sealed class ArchitectureTests
{
    private const string Crawler = "LiveQuality.Crawler";
    private const string Mining = "LiveQuality.Mining";

    private static readonly Assembly CrawlerAssembly = typeof(Live).Assembly;
    private static readonly Assembly MiningAssembly = typeof(MiningException).Assembly;

    // Who lives in which room, and what the room must not know.
    public static TheoryData<string, string[]> ForbiddenInCrawler => new()
    {
        { "Records", [Room("Storage"), Room("Zhihu"), Room("Cleaning"), Room("Fetching"), Room("Crawling"), Room("Importing"), "System.Net.Http", "Microsoft.Data.Sqlite", "MongoDB"] },
        { "Storage", [Room("Zhihu"), Room("Cleaning"), Room("Fetching"), Room("Crawling"), Room("Importing"), "System.Net.Http", "AngleSharp"] },
        { "Zhihu", [Room("Records"), Room("Storage"), Room("Cleaning"), Room("Fetching"), Room("Crawling"), Room("Importing"), "System.Net.Http", "Microsoft.Data.Sqlite", "MongoDB"] },
        { "Cleaning", [Room("Storage"), Room("Fetching"), Room("Crawling"), "System.Net.Http", "Microsoft.Data.Sqlite", "MongoDB"] },
        { "Fetching", [Room("Zhihu"), Room("Storage"), Room("Cleaning"), Room("Crawling"), Room("Importing"), "Microsoft.Data.Sqlite", "MongoDB"] },
        { "Importing", [Room("Storage"), Room("Fetching"), Room("Crawling"), Room("Zhihu"), "System.Net.Http", "Microsoft.Data.Sqlite", "MongoDB"] },
    };

    [Theory]
    [MemberData(nameof(ForbiddenInCrawler))]
    public void CrawlerRoom_Always_KnowsOnlyWhatItMay(string room, string[] forbidden) => AssertFree(CrawlerAssembly, Room(room), forbidden);

    [Fact]
    public void Crawler_Always_KnowsNeitherMiningNorWorker() => AssertFree(CrawlerAssembly, Crawler, [Mining, "LiveQuality.Worker", "TorchSharp"]);

    [Fact]
    public void Mining_Always_DoesNotKnowTheWorker() => AssertFree(MiningAssembly, Mining, ["LiveQuality.Worker"]);

    [Fact]
    public void Classes_ThatNobodyDerivesFrom_AreSealed()
    {
        foreach (var assembly in new[] { CrawlerAssembly, MiningAssembly, typeof(Worker.Hosting.Composition).Assembly })
        {
            var derivedFrom = assembly.GetTypes().Select(t => t.BaseType).Where(t => t is not null).Select(t => t!.IsGenericType ? t.GetGenericTypeDefinition() : t).ToHashSet();
            var open = assembly.GetTypes()
                .Where(t => t is { IsClass: true, IsSealed: false, IsAbstract: false } && t.Namespace?.StartsWith("LiveQuality", StringComparison.Ordinal) == true)
                .Where(t => !derivedFrom.Contains(t) && !t.Name.Contains('<', StringComparison.Ordinal) && !t.IsDefined(typeof(System.CodeDom.Compiler.GeneratedCodeAttribute)))
                // Razor writes its classes itself, and never seals them.
                .Where(t => t.Name != "_Imports" && !t.IsSubclassOf(typeof(Microsoft.AspNetCore.Components.ComponentBase)))
                .Select(t => t.FullName);
            Assert.Empty(open);
        }
    }

    private static void AssertFree(Assembly assembly, string room, string[] forbidden)
    {
        var types = Types.InAssembly(assembly).That().ResideInNamespace(room);
        Assert.NotEmpty(types.GetTypes());

        var result = types.ShouldNot().HaveDependencyOnAny(forbidden).GetResult();

        Assert.True(result.IsSuccessful, $"{room} must not know {string.Join(", ", forbidden)}: {string.Join(", ", result.FailingTypeNames ?? [])}");
    }

    private static string Room(string name) => $"{Crawler}.{name}";
}
