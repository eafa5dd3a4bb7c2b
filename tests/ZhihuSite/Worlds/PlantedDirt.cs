namespace LiveQuality.ZhihuSite.Worlds;

/// <summary>
/// Rare dirt that chance might leave out of a small world. <see cref="Broken"/> lives are beyond belief, so that the first run shows
/// what quarantine is; the others are odd but true on the real site and must be kept.
/// </summary>
internal static class PlantedDirt
{
    /// <summary>Lives that cleaning must set aside: a score above 5, two with negative seats, an id that is no number.</summary>
    public const int Broken = 4;

    public static IReadOnlyList<WorldLive> In(List<WorldLive> lives, int seed)
    {
        var chance = Chance.For(seed, "dirt", 0);
        var at = new Queue<int>(Enumerable.Range(0, lives.Count).Where(i => lives[i] is { HasEnded: true, Reviews: >= World.FewestScored, HasOldKeys: false })
            .OrderBy(_ => chance.Next()));

        Change(live => live with { Score = 7.5m });
        Change(live => live with { SeatsTaken = -1 });
        Change(live => live with { SeatsMax = -500 });
        Change(live => live with { Id = $"{live.Id[..9]}x{live.Id[10..]}" });

        Change(live => live with { Tag = null });
        Change(live => live with { Tag = null });
        Change(live => live with { Duration = World.OpenEnd });
        Change(live => live with { SeatsMax = 10_000_000 });
        Change(live => live with { SeatsMax = 100_000_000 });
        Change(live => live with { Description = live.Description + "\b" });
        return lives;

        void Change(Func<WorldLive, WorldLive> change)
        {
            var i = at.Dequeue();
            lives[i] = change(lives[i]);
        }
    }
}
