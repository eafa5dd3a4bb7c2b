using LiveQuality.ZhihuSite.Worlds;

namespace LiveQuality.Crawler.Tests.ZhihuSite;

/// <summary>Worlds that several tests look at; they never change.</summary>
internal static class Worlds
{
    public static World Sample { get; } = World.Create();

    public static World Small { get; } = World.Create(seed: 5, lives: 137);

    public static World Large { get; } = World.Create(seed: 11, lives: 12_000);
}
