using LiveQuality.ZhihuSite.Worlds;
using Xunit;

namespace LiveQuality.Crawler.Tests.ZhihuSite;

public sealed class ChangingWorldTests
{
    private readonly ChangingWorld _world = new(Worlds.Small);

    [Fact]
    public void ChangingWorld_Unchanged_IsTheWorld()
    {
        Assert.Equal(Worlds.Small.Lives, _world.Lives);
        Assert.Equal(Worlds.Small.ReviewsOf(_world.Lives[9]), _world.ReviewsOf(_world.Lives[9]));
        Assert.All(Worlds.Small.Speakers, speaker => Assert.Same(Worlds.Small.FindSpeaker(speaker.UrlToken), _world.FindSpeaker(speaker.UrlToken)));
    }

    [Fact]
    public void AddLiveOnTop_Always_ShiftsTheFeedByOne()
    {
        var before = _world.Lives.Select(live => live.Id).ToArray();

        var added = _world.AddLiveOnTop();

        Assert.Equal([added.Id, .. before], _world.Lives.Select(live => live.Id));
        Assert.Same(added, _world.FindLive(added.Id));
        Assert.Equal(added.Speaker, _world.FindSpeaker(added.Speaker.Id));
        Assert.InRange(added.CreatedAt, 0, World.CrawledAt);
        Assert.Empty(_world.ReviewsOf(added));
    }

    [Fact]
    public void AddLive_InThePast_StandsInTheMiddleWithReviewsOfItsOwn()
    {
        var startsAt = _world.Lives[60].StartsAt;
        var taken = _world.Lives.SelectMany(_world.ReviewsOf).Select(review => review.Id).ToHashSet();

        var added = Enumerable.Range(0, 5).Select(_ => _world.AddLive(startsAt)).ToArray();

        Assert.Equal(5, added.Select(live => live.Id).Distinct().Count());
        Assert.Equal(_world.Lives.Order(FeedOrder.Instance), _world.Lives);
        Assert.All(added, live => Assert.Equal(live.Reviews, _world.ReviewsOf(live).Count));
        Assert.All(added, live => Assert.Equal(live.CreatedAt, Snowflake.CreatedAt(live.Id)));
        Assert.All(added, live => Assert.InRange(live.CreatedAt, 0, startsAt - 1));
        var ids = added.SelectMany(_world.ReviewsOf).Select(review => review.Id).ToArray();
        Assert.NotEmpty(ids);
        Assert.Empty(ids.Intersect(taken));
        Assert.Equal(ids.Length, ids.Distinct().Count());
    }

    [Fact]
    public void RemoveLive_Any_IsNowhere()
    {
        var gone = _world.Lives[4];

        _world.RemoveLive(gone.Id);

        Assert.Null(_world.FindLive(gone.Id));
        Assert.DoesNotContain(_world.Lives, live => live.Id == gone.Id);
        Assert.Equal(gone.Speaker.Lives - 1, _world.FindSpeaker(gone.Speaker.Id)!.Lives);
    }

    [Fact]
    public void Rename_ASpeaker_IsSeenInEveryLiveAndReview()
    {
        var world = new ChangingWorld(Worlds.Sample);
        var review = world.Lives.Take(400).SelectMany(world.ReviewsOf).First(review => review.Author is { } author && world.FindSpeaker(author.Id) is not null);
        var id = review.Author!.Id;
        var live = world.Lives.First(live => world.ReviewsOf(live).Any(other => other.Id == review.Id));

        world.Rename(id, "另一个名字");
        world.ChangeToken(id, "another-token");

        var now = world.Lives.Select(live => live.Speaker).Where(speaker => speaker.Id == id).ToArray();
        Assert.NotEmpty(now);
        Assert.All(now, speaker => Assert.Equal(("另一个名字", "another-token"), (speaker.Name, speaker.UrlToken)));
        Assert.Equal("另一个名字", world.ReviewsOf(live).Single(other => other.Id == review.Id).Author!.Name);
        Assert.Equal("另一个名字", world.FindSpeaker("another-token")!.Name);
        Assert.Null(world.FindSpeaker(review.Author.UrlToken));
        Assert.Same(world.FindSpeaker(id), world.FindSpeaker("another-token"));
    }

    [Fact]
    public void AddReviews_ToALive_RaisesItsCountAndMovesItsScore()
    {
        var live = _world.Lives.First(live => live.Reviews > 20);
        var before = _world.ReviewsOf(live);

        _world.AddReviews(live.Id, 1, 1, 1);
        _world.AddReviews(live.Id, 5);

        var after = _world.FindLive(live.Id)!;
        var reviews = _world.ReviewsOf(after);
        Assert.Equal(before, reviews.Skip(4));
        Assert.Equal([5, 1, 1, 1], reviews.Take(4).Select(review => review.Score));
        Assert.Equal(live.Reviews + 4, after.Reviews);
        Assert.Equal(World.ShownScore(reviews.Sum(review => review.Score), reviews.Count), after.Score);
        Assert.Equal(reviews.Count, reviews.Select(review => review.Id).Distinct().Count());
        Assert.Equal(reviews.OrderByDescending(review => review.CreatedAt), reviews);
    }

    [Fact]
    public void ChangeLive_APrice_KeepsItsReviews()
    {
        var live = _world.Lives.First(live => live.Reviews > 0);

        _world.ChangeLive(live.Id, live => live with { Amount = 990, Likes = 12_345 });

        Assert.Equal((990, 12_345), (_world.FindLive(live.Id)!.Amount, _world.FindLive(live.Id)!.Likes));
        Assert.Equal(Worlds.Small.ReviewsOf(live), _world.ReviewsOf(_world.FindLive(live.Id)!));
    }

    [Fact]
    public void Changes_TheSameTwice_GiveTheSameWorld()
    {
        var (one, other) = (Changed(), Changed());

        Assert.Equivalent(one.Lives, other.Lives, strict: true);
        Assert.Equal(one.Lives.SelectMany(one.ReviewsOf), other.Lives.SelectMany(other.ReviewsOf));

        static ChangingWorld Changed()
        {
            var world = new ChangingWorld(Worlds.Small);
            world.RemoveLive(world.Lives[7].Id);
            world.AddLive(world.Lives[40].StartsAt);
            world.AddReviews(world.Lives[30].Id, 4, 5);
            world.Rename(world.Lives[3].Speaker.Id, "新名");
            return world;
        }
    }

    [Fact]
    public async Task Changes_FromManyThreads_AreAllKept()
    {
        var id = _world.Lives[20].Id;
        var before = _world.Lives[20].Reviews;

        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() =>
        {
            _world.AddReviews(id, 5);
            _world.AddLiveOnTop();
        })));

        Assert.Equal(before + 40, _world.FindLive(id)!.Reviews);
        Assert.Equal(Worlds.Small.Lives.Count + 40, _world.Lives.Count);
    }
}
