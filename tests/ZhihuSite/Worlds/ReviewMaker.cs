using System.Globalization;

namespace LiveQuality.ZhihuSite.Worlds;

/// <summary>Makes the reviews of lives; nothing is kept, since every live's reviews have a generator of their own.</summary>
internal sealed class ReviewMaker(int seed, IReadOnlyList<WorldSpeaker> speakers, int people)
{
    private const double AnonymousShare = 0.04;
    private const double SpeakerShare = 0.0015;
    private const double DefaultAvatarShare = 0.22;
    private const double MeanDaysToReview = 25;

    /// <summary>A live's reviews, newest first.</summary>
    /// <param name="live">The live.</param>
    /// <param name="firstNumber">The number of its first review in the world; ids come from it.</param>
    public IReadOnlyList<WorldReview> Of(WorldLive live, int firstNumber)
    {
        var chance = Chance.For(seed, "reviews", live.Index);
        var ratings = Ratings.Draw(live.Reviews, live.RatingSum, chance);
        var times = Times(live, chance);
        var authors = new HashSet<int>();
        return
        [
            .. ratings.Select((rating, i) => new WorldReview(
                Id(firstNumber + (long)live.Reviews - 1 - i, chance),
                chance.NextBool(AnonymousShare) ? null : Author(chance, authors),
                rating,
                times[i],
                chance.NextBool(0.2),
                Phrases.Review(chance, rating),
                chance.NextDouble() switch { < 0.97 => 0, < 0.99 => 2, _ => 3 },
                chance.NextBool(0.01))),
        ];
    }

    /// <summary>A review that comes after those that a live has already, by somebody who has not reviewed it yet.</summary>
    /// <param name="live">The live.</param>
    /// <param name="earlier">What it has, newest first.</param>
    /// <param name="rating">1..5.</param>
    /// <param name="number">Its number in the world; its id comes from it.</param>
    public WorldReview Another(WorldLive live, IReadOnlyList<WorldReview> earlier, int rating, int number)
    {
        var chance = Chance.For(seed, "another-review", number);
        var reviewers = earlier.Select(review => review.Author?.Id).ToHashSet();
        var author = Author(chance, []);
        while (reviewers.Contains(author.Id))
        {
            author = Author(chance, []);
        }

        var after = earlier.Count > 0 ? earlier[0].CreatedAt : live.StartsAt + 1_800;
        return new(
            Id(number, chance),
            author,
            rating,
            after + chance.NextInt64(60, 3_600),
            IsEdited: false,
            Phrases.Review(chance, rating),
            Ticket: 0,
            IsGift: false);
    }

    private static string Id(long number, Random chance) => (100_000L + (number * 4) + chance.Next(4)).ToString(CultureInfo.InvariantCulture);

    // Most people review soon after the live, some months later; nobody after the crawl.
    private static long[] Times(WorldLive live, Random chance)
    {
        var from = live.StartsAt + 1_800;
        var most = World.CrawledAt - 60 - from;
        return
        [
            .. Enumerable.Range(0, live.Reviews)
                .Select(_ => from + ((long)(-Math.Log(1 - chance.NextDouble()) * MeanDaysToReview * 86_400) % most))
                .OrderDescending(),
        ];
    }

    private WorldReviewer Author(Random chance, HashSet<int> taken)
    {
        if (chance.NextBool(SpeakerShare))
        {
            var speaker = chance.Pick(speakers);
            return new(speaker.Id, speaker.Name, speaker.UrlToken, speaker.Headline, speaker.Avatar, speaker.Gender ?? -1, speaker.Badges > 0);
        }

        var person = chance.Next(people);
        while (!taken.Add(person))
        {
            person = (person + 1) % people;
        }

        var own = Chance.For(seed, "person", person);
        // Half the chance of a real id: 25,000 of them have to fit into the sample.
        var half = own.NextHex(16);
        var id = half + half;
        return new(
            id,
            Names.Person(own),
            Names.Token(own),
            own.NextBool(0.88) ? "" : Phrases.Headline(own, Phrases.Topic(own, null)),
            Names.Avatar(own, id, DefaultAvatarShare),
            own.NextDouble() switch { < 0.55 => 1, < 0.85 => 0, _ => -1 },
            own.NextBool(0.004));
    }
}
