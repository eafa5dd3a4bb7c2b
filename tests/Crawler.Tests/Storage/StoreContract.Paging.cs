using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using Xunit;

namespace LiveQuality.Crawler.Tests.Storage;

public abstract partial class StoreContract
{
    // Out of order, of several lengths and scripts: ids are compared as bytes, in no language.
    private static readonly string[] Ids = ["10", "9", "B", "a", "a:1", "a:10", "a:2", "Ä", "é", "直播", "20180115T120000.000Z-crawl-1", "20180115T120000.001Z-crawl-1"];

    [Theory]
    [InlineData(false, 1)]
    [InlineData(false, 5)]
    [InlineData(true, 1)]
    [InlineData(true, 5)]
    public async Task Read_PageAfterPage_GivesEveryRecordOnceInTheDirectionAskedFor(bool descending, int limit)
    {
        await Store.UpsertAsync(Collections.Speakers, [.. Ids.Select(id => new Speaker { Id = id, ObservedAt = Noon })], Token);

        var (read, after) = (new List<string>(), (string?)null);
        do
        {
            var page = await ReadAsync(Collections.Speakers, new Query<Speaker> { After = after, Descending = descending, Limit = limit });
            read.AddRange(page.Select(speaker => speaker.Id));
            after = page.Count == limit ? page[^1].Id : null;
        }
        while (after is not null);

        var ordered = Ids.Order(StringComparer.Ordinal);
        Assert.Equal(descending ? ordered.Reverse() : ordered, read);
    }

    [Fact]
    public async Task Read_AfterAnIdThatIsNotThere_GoesOnWhereItWouldBe()
    {
        await Store.UpsertAsync(Collections.Lives, [Live(1), Live(3), Live(5)], Token);

        var up = await ReadAsync(Collections.Lives, new Query<Live> { After = Key(2) });
        var down = await ReadAsync(Collections.Lives, new Query<Live> { After = Key(4), Descending = true });
        var end = await ReadAsync(Collections.Lives, new Query<Live> { After = Key(5) });

        Assert.Equal([Key(3), Key(5)], up.Select(live => live.Id));
        Assert.Equal([Key(3), Key(1)], down.Select(live => live.Id));
        Assert.Empty(end);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Read_OneFieldAfterAnId_GivesOnlyWhatHasThatField(bool descending)
    {
        await Store.UpsertAsync(Collections.Notices, [.. Enumerable.Range(1, 9).Select(number => Notice(number, number % 3 == 0 ? NoticeStates.Delivered : NoticeStates.Waiting))], Token);

        var rest = await ReadAsync(
            Collections.Notices, new Query<Notice> { Where = Collections.NoticesByState, EqualTo = NoticeStates.Waiting, After = Key(4), Descending = descending, Limit = 3 });

        Assert.Equal(descending ? [Key(2), Key(1)] : [Key(5), Key(7), Key(8)], rest.Select(notice => notice.Id));
    }

    [Fact]
    public async Task Upsert_NoticeThatWasDelivered_LeavesThoseThatWait()
    {
        var notice = Notice(1, NoticeStates.Waiting) with { Failures = 2, Problem = "the webhook answered 503" };
        await Store.UpsertAsync(Collections.Notices, [notice, Notice(2, NoticeStates.Waiting)], Token);
        Assert.Equal(Json(Collections.Notices, notice), Json(Collections.Notices, await Store.FindAsync(Collections.Notices, notice.Id, Token)));

        var delivered = notice with { State = NoticeStates.Delivered, DeliveredAt = Noon.AddHours(1), Problem = null };
        Assert.Equal(new UpsertCounts(0, 1, 0), await Store.UpsertAsync(Collections.Notices, [delivered], Token));

        Assert.Equal(Json(Collections.Notices, delivered), Json(Collections.Notices, await Store.FindAsync(Collections.Notices, notice.Id, Token)));
        Assert.Equal([Key(2)], (await ReadAsync(Collections.Notices, new Query<Notice> { Where = Collections.NoticesByState, EqualTo = NoticeStates.Waiting })).Select(one => one.Id));
    }

    private static Notice Notice(int number, string state) => new() { Id = Key(number), Kind = NoticeKinds.Refused, Text = "one line", RaisedAt = Noon, State = state, Owner = "machine/1" };
}
