using System.Globalization;
using LiveQuality.ZhihuSite.Worlds;
using Xunit;

namespace LiveQuality.Crawler.Tests.ZhihuSite;

public sealed class WorldTests
{
    // A large world of speakers whose lives resemble each other: a share is known to about 0.01, four times that is far off.
    private const double ShareTolerance = 0.04;

    public static TheoryData<string> FreeColumns =>
        ["lead", "duration", "reply_message_count", "purchasable", "has_authenticated", "badge", "attachment_count", "liked_num", "audition_message_count",
         "is_audition_open", "seats_taken", "seats_max", "speaker_message_count", "amount", "review_count"];

    [Fact]
    public void Create_TheSameSeedTwice_GivesTheSameWorld()
    {
        var again = World.Create(seed: 5, lives: 137);

        Assert.Equivalent(Worlds.Small.Lives, again.Lives, strict: true);
        Assert.Equal(Worlds.Small.Lives.SelectMany(Worlds.Small.ReviewsOf), again.Lives.SelectMany(again.ReviewsOf));
    }

    [Fact]
    public void Create_AnotherSeed_GivesAnotherWorld() =>
        Assert.Empty(World.Create(seed: 6, lives: 137).Lives.Select(live => live.Id).Intersect(Worlds.Small.Lives.Select(live => live.Id)));

    [Fact]
    public void Create_Defaults_GivesTwoThousandSoundLivesAndAsManySpeakersAsTheRealSite()
    {
        var world = Worlds.Sample;

        Assert.True(world.Lives.Count - World.BrokenLives >= 2_000);
        Assert.Equal(WorldParameters.Committed.SpeakerShare, (double)world.Speakers.Count / world.Lives.Count, ShareTolerance);
        Assert.Equal(world.Lives.Count, world.Speakers.Sum(speaker => speaker.Lives));
    }

    [Theory]
    [MemberData(nameof(FreeColumns))]
    public void Create_EveryColumn_HasTheFittedMargin(string column)
    {
        var margin = WorldParameters.Committed.Columns[WorldParameters.Committed.IndexOf(column)];
        var values = Worlds.Large.Lives.Where(live => live.HasEnded).Select(live => ValueOf(live, column)).ToArray();

        foreach (var share in new[] { 0.1, 0.25, 0.5, 0.75, 0.9, 0.97 })
        {
            var quantile = Math.Floor(margin.At(NormalScores.Quantile(share)));
            // Whole weekdays and hours move a start by up to three days.
            var slack = column == Columns.Lead ? 1.5 * 86_400 : 0;
            Assert.True(values.Count(value => value <= quantile + slack) >= (share - ShareTolerance) * values.Length, $"too few {column} up to {quantile}");
            Assert.True(values.Count(value => value < quantile - slack) <= (share + ShareTolerance) * values.Length, $"too many {column} below {quantile}");
        }
    }

    [Fact]
    public void Create_EveryLive_StartsAfterItsAnnouncementAndWasMadeWhenItsIdSays()
    {
        foreach (var live in Worlds.Sample.Lives.Where(live => live.Id.All(char.IsAsciiDigit)))
        {
            Assert.Equal(live.CreatedAt, Snowflake.CreatedAt(live.Id));
            Assert.Equal(18, live.Id.Length);
            Assert.True(live.StartsAt > live.CreatedAt);
            Assert.True(live.EndsAt > live.StartsAt);
            Assert.Equal(live.HasEnded, live.StartsAt < World.CrawledAt);
            Assert.True(live.AudioMessages <= live.SpeakerMessages);
        }
    }

    [Fact]
    public void Create_StartingTimes_FallOnEveningsAndWeekends()
    {
        var starts = Worlds.Large.Lives.Where(live => live.HasEnded)
            .Select(live => DateTimeOffset.FromUnixTimeSeconds(live.StartsAt).ToOffset(Columns.China)).ToArray();

        Assert.InRange(starts.Average(time => time.Hour is >= 19 and < 22 ? 1.0 : 0), 0.85, 0.93);
        Assert.InRange(starts.Average(time => time.DayOfWeek is DayOfWeek.Saturday ? 1.0 : 0), 0.21, 0.29);
    }

    [Fact]
    public void ReviewsOf_EveryLive_AddUpToTheScoreThatIsShown()
    {
        var world = Worlds.Sample;
        var broken = 0;
        foreach (var live in world.Lives.Where(live => live.Reviews < 400))
        {
            var reviews = world.ReviewsOf(live);

            Assert.Equal(live.Reviews, reviews.Count);
            Assert.All(reviews, review => Assert.InRange(review.Score, 1, 5));
            var mean = reviews.Count < 5 ? 0 : Math.Round((decimal)reviews.Sum(review => review.Score) / reviews.Count, 2, MidpointRounding.AwayFromZero);
            broken += mean == live.Score ? 0 : 1;
            var authors = reviews.Select(review => review.Author?.Id).Where(id => id is not null).ToArray();
            Assert.Equal(authors.Length, authors.Distinct().Count());
            Assert.All(reviews, review => Assert.InRange(review.CreatedAt, live.StartsAt, World.CrawledAt));
            Assert.Equal(reviews.OrderByDescending(review => review.CreatedAt).Select(review => review.Id), reviews.Select(review => review.Id));
        }

        // The one whose planted score is above 5.
        Assert.Equal(1, broken);
    }

    [Fact]
    public void ReviewsOf_AllLives_HaveIdsOfTheirOwn()
    {
        var ids = Worlds.Small.Lives.SelectMany(Worlds.Small.ReviewsOf).Select(review => review.Id).ToArray();

        Assert.Equal(ids.Length, ids.Distinct().Count());
    }

    [Fact]
    public void Create_Defaults_HoldsTheDirtOfTheRealSite()
    {
        var lives = Worlds.Sample.Lives;

        Assert.Equal(World.BrokenLives, lives.Count(live => live.Score > 5 || live.SeatsTaken < 0 || live.SeatsMax < 0 || !live.Id.All(char.IsAsciiDigit)));
        Assert.True(lives.Count(live => live.Tag is null) >= 2);
        Assert.Contains(lives, live => live.Duration == 600_000_000);
        Assert.Contains(lives, live => live.SeatsMax == 10_000_000);
        Assert.Contains(lives, live => live.SeatsMax == 100_000_000);
        Assert.Contains(lives, live => live.Description.Contains('\b', StringComparison.Ordinal));
        Assert.Contains(lives, live => live.Description.Replace("\r\n", "", StringComparison.Ordinal).Contains('\n', StringComparison.Ordinal));
        Assert.Contains(lives, live => live.Description.Contains('\u3000', StringComparison.Ordinal));
        Assert.InRange(lives.Count(live => long.TryParse(live.Id, CultureInfo.InvariantCulture, out var id) && (long)(double)id != id), 5, 50);
        Assert.Contains(lives, live => live.Speaker.IsOrganization);
        Assert.Contains(lives, live => live.Cospeakers.Count > 0);
        Assert.Contains(lives, live => live.IsVideo);
        Assert.Contains(lives, live => live.HasOldKeys);
        Assert.Contains(lives, live => live.HasUnknownKey);
        Assert.Contains(lives, live => !live.HasEnded);
        Assert.Contains(lives, live => live.PromotionEndsAt is not null && live.Amount < live.OriginalPrice);
        Assert.Contains(lives, live => live.Alert.StartsWith("<a href", StringComparison.Ordinal));
        Assert.Contains(lives, live => live.Reviews is > 0 and < 5);
        Assert.Contains(lives, live => live.Speaker.IsGone);
        Assert.InRange(lives.Average(live => live.SeatsTaken > live.SeatsMax ? 1.0 : 0), 0.25, 0.45);
    }

    private static double ValueOf(WorldLive live, string column) => column switch
    {
        Columns.Lead => live.StartsAt - live.CreatedAt,
        "duration" => live.Duration,
        "reply_message_count" => live.Replies,
        "purchasable" => live.Purchasable ? 1 : 0,
        "has_authenticated" => live.Speaker.HasAuthenticated ? 1 : 0,
        "badge" => live.Speaker.Badges,
        "attachment_count" => live.Attachments,
        "liked_num" => live.Likes,
        "audition_message_count" => live.AuditionMessages,
        "is_audition_open" => live.IsAuditionOpen ? 1 : 0,
        "seats_taken" => live.SeatsTaken,
        "seats_max" => live.SeatsMax,
        "speaker_message_count" => live.SpeakerMessages,
        "amount" => live.OriginalPrice,
        "review_count" => live.Reviews,
        _ => throw new ArgumentException($"no such column: {column}", nameof(column)),
    };
}
