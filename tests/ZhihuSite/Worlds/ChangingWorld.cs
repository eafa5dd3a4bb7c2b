using System.Globalization;

namespace LiveQuality.ZhihuSite.Worlds;

/// <summary>
/// A world that goes on while it is served: lives come and go, people change their names, reviews come in. Every change is seen by the next
/// question and by all lists at once; the same changes in the same order give the same world. Safe from any thread.
/// </summary>
internal sealed class ChangingWorld(World start) : IWorld
{
    private readonly Lock _oneAtATime = new();
    private volatile WorldState _now = WorldState.Of(start);

    public IReadOnlyList<WorldLive> Lives => _now.Lives;

    public WorldLive? FindLive(string id) => _now.LivesById.GetValueOrDefault(id);

    public WorldSpeaker? FindSpeaker(string idOrToken) => _now.FindSpeaker(idOrToken);

    public IReadOnlyList<WorldReview> ReviewsOf(WorldLive live) => ReviewsOf(_now, live);

    /// <summary>Announces a live.</summary>
    /// <param name="startsAt">When it starts, unix seconds: its place in the feed. In the past it has ended, with reviews if an hour has gone by.</param>
    public WorldLive AddLive(long startsAt)
    {
        lock (_oneAtATime)
        {
            var state = _now;
            var chance = Chance.For(start.Seed, "another-live", state.LivesMade);
            var made = start.Another(state.LivesMade, chance.Next(start.Speakers.Count));
            var live = StartingAt(made, startsAt, chance) with { Speaker = state.People[made.Speaker.Id] };
            var changed = state with { LivesMade = state.LivesMade + 1, ReviewsMade = state.ReviewsMade + live.Reviews };
            _now = changed.With(live, start.ReviewsOfAnother(live, state.ReviewsMade)).With(live.Speaker with { Lives = live.Speaker.Lives + 1 });
            return _now.LivesById[live.Id];
        }
    }

    /// <summary>Announces a live that starts later than all others.</summary>
    public WorldLive AddLiveOnTop() => AddLive(Lives[0].StartsAt + 3_600);

    /// <summary>Takes a live off the site: no list has it, its own addresses answer 404.</summary>
    public void RemoveLive(string id)
    {
        lock (_oneAtATime)
        {
            var live = _now.LivesById[id];
            _now = _now.Without(live).With(_now.People[live.Speaker.Id] with { Lives = live.Speaker.Lives - 1 });
        }
    }

    /// <summary>Changes what a live says of itself: price, likes, text.</summary>
    /// <param name="id">The live's.</param>
    /// <param name="change">Leaves id, speakers and reviews as they are.</param>
    public void ChangeLive(string id, Func<WorldLive, WorldLive> change)
    {
        lock (_oneAtATime)
        {
            var live = _now.LivesById[id];
            _now = _now.Without(live).With(change(live), ReviewsOf(_now, live));
        }
    }

    /// <summary>Lets people review a live; its count and score follow.</summary>
    /// <param name="id">The live's.</param>
    /// <param name="ratings">1..5, oldest first.</param>
    public void AddReviews(string id, params IReadOnlyList<int> ratings)
    {
        lock (_oneAtATime)
        {
            var state = _now;
            var live = state.LivesById[id];
            IReadOnlyList<WorldReview> reviews = ReviewsOf(state, live);
            foreach (var (i, rating) in ratings.Index())
            {
                reviews = [start.AnotherReview(live, reviews, rating, state.ReviewsMade + i), .. reviews];
            }

            var sum = live.RatingSum + ratings.Sum();
            var reviewed = live with { Reviews = reviews.Count, RatingSum = sum, Score = World.ShownScore(sum, reviews.Count) };
            _now = (state with { ReviewsMade = state.ReviewsMade + ratings.Count }).Without(live).With(reviewed, reviews);
        }
    }

    /// <summary>Deletes a live's newest reviews; its count and score follow.</summary>
    /// <param name="id">The live's.</param>
    /// <param name="count">How many.</param>
    public void RemoveReviews(string id, int count)
    {
        lock (_oneAtATime)
        {
            var live = _now.LivesById[id];
            IReadOnlyList<WorldReview> reviews = [.. ReviewsOf(_now, live).Skip(count)];
            var sum = reviews.Sum(review => review.Score);
            _now = _now.Without(live).With(live with { Reviews = reviews.Count, RatingSum = sum, Score = World.ShownScore(sum, reviews.Count) }, reviews);
        }
    }

    /// <summary>Changes a display name, in all lives and reviews.</summary>
    /// <param name="speakerId">The member id.</param>
    /// <param name="name">The new name.</param>
    public void Rename(string speakerId, string name) => ChangeSpeaker(speakerId, speaker => speaker with { Name = name });

    /// <summary>Changes a profile's address; the old one leads nowhere.</summary>
    /// <param name="speakerId">The member id.</param>
    /// <param name="urlToken">The new token.</param>
    public void ChangeToken(string speakerId, string urlToken) => ChangeSpeaker(speakerId, speaker => speaker with { UrlToken = urlToken });

    /// <summary>Changes anything about a speaker but the member id: a closed account, followers.</summary>
    public void ChangeSpeaker(string speakerId, Func<WorldSpeaker, WorldSpeaker> change)
    {
        lock (_oneAtATime)
        {
            _now = _now.With(change(_now.People[speakerId]));
        }
    }

    private IReadOnlyList<WorldReview> ReviewsOf(WorldState state, WorldLive live)
    {
        var reviews = state.Reviews.GetValueOrDefault(live.Id) ?? start.ReviewsOf(live);
        return state.Changed.IsEmpty ? reviews : [.. reviews.Select(review => review with { Author = Today(review.Author) })];

        WorldReviewer? Today(WorldReviewer? author) => author is not null && state.Changed.Contains(author.Id)
            ? author with { Name = state.People[author.Id].Name, UrlToken = state.People[author.Id].UrlToken }
            : author;
    }

    // Announced as long before as it was made to be, but not after now.
    private static WorldLive StartingAt(WorldLive made, long startsAt, Random chance)
    {
        var createdAt = Math.Min(startsAt - (made.StartsAt - made.CreatedAt), World.CrawledAt - 60);
        var hasEnded = startsAt < World.CrawledAt;
        var isReviewed = hasEnded && startsAt + 3_600 < World.CrawledAt;
        return made with
        {
            Id = Snowflake.At(createdAt, chance),
            ConvId = createdAt.ToString("x8", CultureInfo.InvariantCulture) + made.ConvId[8..],
            CreatedAt = createdAt,
            StartsAt = startsAt,
            EndsAt = startsAt + (made.EndsAt - made.StartsAt),
            HasEnded = hasEnded,
            Reviews = isReviewed ? made.Reviews : 0,
            RatingSum = isReviewed ? made.RatingSum : 0,
            Score = isReviewed ? made.Score : 0,
        };
    }
}
