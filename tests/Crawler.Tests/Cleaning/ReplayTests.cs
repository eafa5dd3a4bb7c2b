using System.Text;
using System.Text.Json.Nodes;
using LiveQuality.Crawler.Cleaning;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Tests.Zhihu;
using LiveQuality.Crawler.Zhihu;
using Xunit;

namespace LiveQuality.Crawler.Tests.Cleaning;

public sealed class ReplayTests
{
    private static readonly DateTimeOffset Seen = new(2017, 5, 31, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Replay_WhileTheRuleStands_GivesTheSameEntry()
    {
        QuarantineEntry[] entries =
        [
            Live(Wire.Live(live => live["liked_num"] = -1), LiveView.Full),
            Live(Wire.StateLive(live => live["id"] = "1"), LiveView.PageState),
            Live(Wire.Live(live => live["duration"] = new JsonObject()), LiveView.Full),
            Live(null, LiveView.Full),
            Review(Wire.Review(review => review["score"] = 9)),
            Person(PersonAnswer.Parse(Wire.Bytes(Wire.Person(person => person["id"] = "0")))),
            Person(PeoplePage.Parse(People("not-an-id"))),
            Assert.Single(Cleaner.TableRows([TableRowTests.Row(("amount", "\"free\"\u0001"))], Seen).Quarantine),
            Cleaner.Page(LivePage.Parse("{}"u8.ToArray()).Problem!, "{}"u8.ToArray(), "here", Seen),
        ];

        Assert.All(entries, entry => Assert.Equal(entry, Assert.Single(Cleaner.Replay(entry).Quarantine)));
    }

    // A rule that has changed since is an entry that would not be made today.
    [Fact]
    public void Replay_OfALiveOnceRefused_GivesTheRecordOfItsOwnView()
    {
        var full = Live(Wire.Live(live => live["liked_num"] = -1), LiveView.Full) with { Payload = Wire.Text(Wire.Live()) };
        var state = Live(Wire.StateLive(live => live["id"] = "1"), LiveView.PageState) with { Payload = Wire.Text(Wire.StateLive()) };

        Assert.Equal(40, Assert.Single(Cleaner.Replay(full).Lives).LikedNum);
        Assert.Null(Assert.Single(Cleaner.Replay(state).Lives).LikedNum);
        Assert.Equal(Seen, Cleaner.Replay(full).Lives[0].ObservedAt);
    }

    [Fact]
    public void Replay_OfAReviewOnceRefused_KnowsItsLive()
    {
        var entry = Review(Wire.Review(review => review["score"] = 9)) with { Payload = Wire.Text(Wire.Review()) };

        Assert.Equal(Wire.LiveId, Assert.Single(Cleaner.Replay(entry).Reviews).LiveId);
    }

    [Fact]
    public void Replay_OfARowOnceRefused_IsReadAsARow()
    {
        var bad = Assert.Single(Cleaner.TableRows([TableRowTests.Row(("amount", "free"))], Seen).Quarantine);
        var entry = bad with { Payload = bad.Payload.Replace("free", "999", StringComparison.Ordinal) };

        Assert.Equal(999, Assert.Single(Cleaner.Replay(entry).Lives).AmountFen);
    }

    [Fact]
    public void Replay_OfAPeoplePage_IsReadAsAPage()
    {
        var entry = Person(PeoplePage.Parse(People("not-an-id"))) with { Payload = Encoding.UTF8.GetString(People(Wire.SpeakerId)) };

        Assert.Equal(Wire.SpeakerId, Assert.Single(Cleaner.Replay(entry).Speakers).Id);
    }

    [Theory]
    [InlineData("live", "full")]
    [InlineData("live", "table-row")]
    [InlineData("live", "no-such-view")]
    [InlineData("review", Wire.LiveId)]
    [InlineData("review", null)]
    [InlineData("speaker", null)]
    [InlineData("no-such-kind", null)]
    public void Replay_OfAnythingAtAll_LosesNothing(string kind, string? context)
    {
        foreach (var payload in (string[])["", "null", "{", "[]", "\"x\"", "<html>", "{\"a\":1}", "\ud800"])
        {
            var entry = Live(Wire.Live(live => live["id"] = "1"), LiveView.Full) with { Kind = kind, Context = context, Payload = payload };

            Assert.Equal(kind, Assert.Single(Cleaner.Replay(entry).Quarantine).Kind);
        }
    }

    private static byte[] People(string id) => Encoding.UTF8.GetBytes(
        $"<html><meta itemprop='url' content='/people/jia-yi'><b class='ProfileHeader-name'>甲</b><a href='/lives/users/{id}'></a></html>");

    private static QuarantineEntry Live(JsonObject? live, LiveView view) =>
        Assert.Single(Cleaner.Lives(LivePage.Parse(Wire.Page(live)).Value!.Items, view, "here", Seen).Quarantine);

    private static QuarantineEntry Review(JsonObject review) =>
        Assert.Single(Cleaner.Reviews(ReviewPage.Parse(Wire.Page(review)).Value!.Items, Wire.LiveId, "here", Seen).Quarantine);

    private static QuarantineEntry Person(Parsed<SingleAnswer<WirePerson>> person) => Assert.Single(Cleaner.Person(person.Value!.Item, "here", Seen).Quarantine);
}
