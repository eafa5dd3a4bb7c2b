using System.Collections.Immutable;

namespace LiveQuality.ZhihuSite.Worlds;

/// <summary>A changing world between two changes.</summary>
/// <param name="Lives">In the feed's order.</param>
/// <param name="LivesById">The same by id.</param>
/// <param name="People">Speakers by member id.</param>
/// <param name="Tokens">Member ids by token.</param>
/// <param name="Changed">Member ids of speakers that are no longer what they were at the start.</param>
/// <param name="Reviews">Reviews, newest first, of lives that are no longer what they were at the start.</param>
/// <param name="LivesMade">How many lives there ever were.</param>
/// <param name="ReviewsMade">How many reviews there ever were.</param>
internal sealed record WorldState(
    ImmutableArray<WorldLive> Lives,
    ImmutableDictionary<string, WorldLive> LivesById,
    ImmutableDictionary<string, WorldSpeaker> People,
    ImmutableDictionary<string, string> Tokens,
    ImmutableHashSet<string> Changed,
    ImmutableDictionary<string, IReadOnlyList<WorldReview>> Reviews,
    int LivesMade,
    int ReviewsMade)
{
    public static WorldState Of(World world) => new(
        [.. world.Lives],
        world.Lives.ToImmutableDictionary(live => live.Id, StringComparer.Ordinal),
        world.Speakers.ToImmutableDictionary(speaker => speaker.Id, StringComparer.Ordinal),
        // Two people with one token: the first has it, as in the world.
        world.Speakers.DistinctBy(speaker => speaker.UrlToken)
            .ToImmutableDictionary(speaker => speaker.UrlToken, speaker => speaker.Id, StringComparer.Ordinal),
        ImmutableHashSet.Create<string>(StringComparer.Ordinal),
        ImmutableDictionary.Create<string, IReadOnlyList<WorldReview>>(StringComparer.Ordinal),
        world.Lives.Count,
        world.Reviews);

    public WorldSpeaker? FindSpeaker(string idOrToken) =>
        People.GetValueOrDefault(idOrToken) ?? (Tokens.TryGetValue(idOrToken, out var id) ? People[id] : null);

    /// <summary>With one live more.</summary>
    public WorldState With(WorldLive live, IReadOnlyList<WorldReview> reviews)
    {
        var at = Lives.BinarySearch(live, FeedOrder.Instance);
        return this with
        {
            Lives = Lives.Insert(at < 0 ? ~at : at, live),
            LivesById = LivesById.Add(live.Id, live),
            Reviews = Reviews.SetItem(live.Id, reviews),
        };
    }

    /// <summary>With one live less.</summary>
    public WorldState Without(WorldLive live) => this with
    {
        Lives = Lives.RemoveAt(Lives.BinarySearch(live, FeedOrder.Instance)),
        LivesById = LivesById.Remove(live.Id),
    };

    /// <summary>With a speaker as he or she is now, in every live.</summary>
    public WorldState With(WorldSpeaker speaker)
    {
        var earlier = People[speaker.Id];
        var touched = Lives.Index().Where(pair => Is(pair.Item.Speaker) || pair.Item.Cospeakers.Any(Is)).ToArray();
        var lives = Lives.ToBuilder();
        var byId = LivesById.ToBuilder();
        foreach (var (place, live) in touched)
        {
            lives[place] = byId[live.Id] = live with { Speaker = Today(live.Speaker), Cospeakers = [.. live.Cospeakers.Select(Today)] };
        }

        return this with
        {
            Lives = lives.DrainToImmutable(),
            LivesById = byId.ToImmutable(),
            People = People.SetItem(speaker.Id, speaker),
            Tokens = (Tokens.GetValueOrDefault(earlier.UrlToken) == speaker.Id ? Tokens.Remove(earlier.UrlToken) : Tokens).SetItem(speaker.UrlToken, speaker.Id),
            Changed = Changed.Add(speaker.Id),
        };

        bool Is(WorldSpeaker other) => other.Id == speaker.Id;

        WorldSpeaker Today(WorldSpeaker other) => Is(other) ? speaker : other;
    }
}
