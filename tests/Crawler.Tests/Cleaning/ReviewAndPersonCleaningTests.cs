using System.Text.Json.Nodes;
using LiveQuality.Crawler.Cleaning;
using LiveQuality.Crawler.Tests.Zhihu;
using LiveQuality.Crawler.Zhihu;
using Xunit;

namespace LiveQuality.Crawler.Tests.Cleaning;

public sealed class ReviewAndPersonCleaningTests
{
    private static readonly DateTimeOffset Seen = new(2017, 5, 31, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Reviews_OfAPage_AreRecordsOfTheirLive()
    {
        var review = Assert.Single(Reviews(Wire.Review()).Reviews);

        Assert.Equal(("160263", Wire.LiveId, Wire.OtherId, 5), (review.Id, review.LiveId, review.AuthorId, review.Score));
        Assert.Equal(("听完了\n不错 😀", 2, false), (review.Content, review.TicketId, review.IsGiftReceiver));
        Assert.Equal((DateTimeOffset.FromUnixTimeSeconds(1495888134), null, Seen), (review.CreatedAt, review.UpdatedAt, review.ObservedAt));
    }

    [Fact]
    public void Reviews_OfAnonymousAuthors_HaveNoAuthorAndMakeNoPerson()
    {
        var batch = Reviews(Wire.Review(review => review["author"]!["member"] = Wire.Anonymous()), Wire.Review(review => review.Remove("author")));

        Assert.All(batch.Reviews, review => Assert.Null(review.AuthorId));
        Assert.Equal(2, batch.Reviews.Count);
        Assert.Empty(batch.Speakers);
    }

    [Fact]
    public void Reviews_WithoutStars_AreSetAsideWithTheirLive()
    {
        var entry = Assert.Single(Reviews(Wire.Review(review => review["score"] = 0)).Quarantine);

        Assert.Equal(("review", "review-score", Wire.LiveId), (entry.Kind, entry.Rule, entry.Context));
    }

    [Fact]
    public void Person_OfTheApi_IsARicherSpeaker()
    {
        var batch = Person(Wire.Person());

        var speaker = Assert.Single(batch.Speakers);
        Assert.Equal((Wire.SpeakerId, "每天种菜", 0, 1), (speaker.Id, speaker.Description, speaker.Gender, speaker.BadgeCount));
        Assert.Equal((36781, 104512, 18233, 25906), (speaker.FollowerCount, speaker.VoteupCount, speaker.ThankedCount, speaker.FavoritedCount));
        Assert.Equal((1203, 47, 4, 9), (speaker.AnswerCount, speaker.ArticlesCount, speaker.HostedLiveCount, speaker.ParticipatedLiveCount));
        Assert.Equal(Wire.PortraitHash, Assert.Single(batch.Portraits).Id); // http and a folder make no other picture.
    }

    [Fact]
    public void Person_WithTheSitesOwnPicture_HasNoPortrait()
    {
        var batch = Person(Wire.Person(person => person["use_default_avatar"] = true));

        Assert.Null(Assert.Single(batch.Speakers).PortraitId);
        Assert.Empty(batch.Portraits);
    }

    [Theory]
    [InlineData("0", "somebody")]
    [InlineData("x", "speaker-key")]
    public void Person_WithoutAKey_IsSetAside(string id, string rule) =>
        Assert.Equal(("speaker", rule), (Person(Wire.Person(person => person["id"] = id)).Quarantine[0].Kind, Person(Wire.Person(person => person["id"] = id)).Quarantine[0].Rule));

    private static CleanBatch Reviews(params JsonNode[] reviews) =>
        Cleaner.Reviews(ReviewPage.Parse(Wire.Page(reviews)).Value!.Items, Wire.LiveId, "here", Seen);

    private static CleanBatch Person(JsonNode person) => Cleaner.Person(PersonAnswer.Parse(Wire.Bytes(person)).Value!.Item, "here", Seen);
}
