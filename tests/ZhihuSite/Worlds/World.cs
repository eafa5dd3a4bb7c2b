using System.Collections.Concurrent;

namespace LiveQuality.ZhihuSite.Worlds;

/// <summary>
/// An invented Zhihu Live: lives, speakers and reviews that look like those of January 2018 in every column and in their dirt,
/// without a real person, name or text. The same seed and size give the same world.
/// </summary>
internal sealed class World : IWorld
{
    /// <summary>The seed of the sample and of the server, unless told otherwise.</summary>
    public const int DefaultSeed = 20180117;

    /// <summary>The size of the sample and of the server, unless told otherwise.</summary>
    public const int DefaultLives = 2_020;

    /// <summary>The smallest world that has room for the planted dirt.</summary>
    public const int FewestLives = 100;

    /// <summary>The site's duration for "no end planned", seconds.</summary>
    public const long OpenEnd = 600_000_000;

    /// <summary>Fewest reviews that make a score.</summary>
    public const int FewestScored = 5;

    /// <summary>Now, in this world: 17 January 2018, 10:00 in China; unix seconds.</summary>
    public const long CrawledAt = 1_516_154_400;

    /// <summary>Number of lives that no cleaning should let pass.</summary>
    public const int BrokenLives = PlantedDirt.Broken;

    private const double CospeakerShare = 0.06;
    private const int PeoplePerLive = 150;
    private const int RecentReviews = 64;
    private readonly ReviewMaker _reviews;
    private readonly Dictionary<string, (WorldLive Live, int FirstReview)> _byId;
    private readonly Dictionary<string, WorldSpeaker> _people;

    // Whoever pages through a live's reviews asks for them again with every page.
    private readonly ConcurrentDictionary<string, IReadOnlyList<WorldReview>> _recentReviews = new(StringComparer.Ordinal);

    private World(int seed, IReadOnlyList<WorldSpeaker> speakers, IReadOnlyList<WorldLive> lives)
    {
        Seed = seed;
        Speakers = speakers;
        Lives = [.. lives.Order(FeedOrder.Instance)];
        _reviews = new ReviewMaker(seed, speakers, lives.Count * PeoplePerLive);
        _people = speakers.SelectMany(speaker => new[] { (Key: speaker.Id, speaker), (Key: speaker.UrlToken, speaker) })
            .DistinctBy(pair => pair.Key).ToDictionary(pair => pair.Key, pair => pair.speaker, StringComparer.Ordinal);
        _byId = new(StringComparer.Ordinal);
        var reviews = 0;
        foreach (var live in Lives.OrderBy(live => live.StartsAt).ThenBy(live => live.Id, StringComparer.Ordinal))
        {
            _byId.Add(live.Id, (live, reviews));
            reviews += live.Reviews;
        }

        Reviews = reviews;
    }

    public int Seed { get; }

    /// <summary>Number of reviews of all lives together.</summary>
    public int Reviews { get; }

    public IReadOnlyList<WorldLive> Lives { get; }

    public IReadOnlyList<WorldSpeaker> Speakers { get; }

    /// <summary>Makes a world.</summary>
    /// <param name="seed">Any number.</param>
    /// <param name="lives">How many lives; at least <see cref="FewestLives"/>.</param>
    public static World Create(int seed = DefaultSeed, int lives = DefaultLives)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(lives, FewestLives);
        var parameters = WorldParameters.Committed;
        var speakerMaker = new SpeakerMaker(seed, parameters);
        var liveMaker = new LiveMaker(seed, parameters);

        var speakers = new List<(WorldSpeaker Speaker, double[] Shared)>();
        for (var left = lives; left > 0;)
        {
            var count = Math.Min(left, speakerMaker.Lives(speakers.Count));
            var shared = speakerMaker.Shared(speakers.Count);
            speakers.Add((speakerMaker.Make(speakers.Count, shared, count), shared));
            left -= count;
        }

        var made = new List<WorldLive>(lives);
        foreach (var (speaker, shared) in speakers)
        {
            for (var i = 0; i < speaker.Lives; i++)
            {
                made.Add(liveMaker.Make(made.Count, speaker, shared, Cospeakers(seed, made.Count, speaker, speakers)));
            }
        }

        return new World(seed, [.. speakers.Select(pair => pair.Speaker)], PlantedDirt.In(made, seed));
    }

    /// <summary>The score that the site shows: the mean to two decimals, 0 below five reviews.</summary>
    public static decimal ShownScore(int sum, int reviews) => reviews < FewestScored ? 0 : Math.Round((decimal)sum / reviews, 2, MidpointRounding.AwayFromZero);

    public WorldLive? FindLive(string id) => _byId.TryGetValue(id, out var found) ? found.Live : null;

    public WorldSpeaker? FindSpeaker(string idOrToken) => _people.GetValueOrDefault(idOrToken);

    public IReadOnlyList<WorldReview> ReviewsOf(WorldLive live)
    {
        if (_recentReviews.Count > RecentReviews)
        {
            _recentReviews.Clear();
        }

        return _recentReviews.GetOrAdd(live.Id, id => _reviews.Of(_byId[id].Live, _byId[id].FirstReview));
    }

    /// <summary>A live that this world might have had too.</summary>
    /// <param name="index">Its number among all lives that were ever made for this world, from the number of <see cref="Lives"/>.</param>
    /// <param name="speaker">Place of its speaker in <see cref="Speakers"/>.</param>
    public WorldLive Another(int index, int speaker)
    {
        var parameters = WorldParameters.Committed;
        var shared = new SpeakerMaker(Seed, parameters).Shared(speaker);
        return new LiveMaker(Seed, parameters).Make(index, Speakers[speaker], shared, []);
    }

    /// <summary>The reviews, newest first, of a live that this world does not have.</summary>
    /// <param name="live">The live.</param>
    /// <param name="firstNumber">The number of its first review, from <see cref="Reviews"/>.</param>
    public IReadOnlyList<WorldReview> ReviewsOfAnother(WorldLive live, int firstNumber) => _reviews.Of(live, firstNumber);

    /// <summary>A review that comes after those that a live has already.</summary>
    /// <param name="live">The live.</param>
    /// <param name="earlier">What it has, newest first.</param>
    /// <param name="rating">1..5.</param>
    /// <param name="number">Its number, from <see cref="Reviews"/>.</param>
    public WorldReview AnotherReview(WorldLive live, IReadOnlyList<WorldReview> earlier, int rating, int number) =>
        _reviews.Another(live, earlier, rating, number);

    private static IReadOnlyList<WorldSpeaker> Cospeakers(int seed, int index, WorldSpeaker speaker, List<(WorldSpeaker Speaker, double[] Shared)> all)
    {
        var chance = Chance.For(seed, "cospeakers", index);
        return chance.NextBool(CospeakerShare)
            ? [.. Enumerable.Range(0, chance.Next(1, 3)).Select(_ => all[chance.Next(all.Count)].Speaker).Where(other => other != speaker).Distinct()]
            : [];
    }
}
