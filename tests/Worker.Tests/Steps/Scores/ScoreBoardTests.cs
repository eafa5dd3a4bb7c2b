using CsCheck;
using LiveQuality.Crawler.Records;
using LiveQuality.Worker.Steps.Scores;
using Xunit;

namespace LiveQuality.Worker.Tests.Steps.Scores;

public sealed class ScoreBoardTests
{
    [Fact]
    public void Read_PageByPage_GivesTheFilteredSortedListWhateverTheLimit() => Gen.Select(BoardLives.Some, BoardLives.Query, Gen.Int[1, 42]).Sample(
        (entries, query, limit) =>
        {
            var (ids, totals) = BoardLives.ReadAll(BoardLives.Board(entries), query, limit);

            var expected = BoardLives.Expected(entries, query);
            Assert.Equal(expected, ids);
            Assert.All(totals, total => Assert.Equal(expected.Count, total));
            Assert.Equal(Math.Max(1, (expected.Count + limit - 1) / limit), totals.Count);
        },
        iter: 3000,
        seed: "0N0XIzNsQ0O2",
        threads: 1);

    [Fact]
    public void Read_OfAllLives_MakesEachWhenItIsLookedAt()
    {
        const int Lives = 10_000;
        var board = BoardLives.Board(Enumerable.Range(0, Lives).Select(number => new BoardLives.Entry(new Live { Id = $"{number}", ObservedAt = BoardLives.Noon }, Name: null, Score: 4)));
        var before = GC.GetAllocatedBytesForCurrentThread();

        var page = board.Read(new LiveQuery { Limit = int.MaxValue });

        // The numbers of the rows are there, and nothing of what they say.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, Lives * sizeof(int), Lives * 4 * sizeof(int));
        Assert.Equal(Lives, page.Items.Count);
        Assert.Equal(page.Items[7].LiveId, page.Items.ElementAt(7).LiveId);
    }

    [Fact]
    public void Read_TheNextPageOfANewerBoard_NeitherSkipsNorRepeatsWhatStayed() => Gen.Select(BoardLives.Some, BoardLives.Some, Gen.OneOf(LiveOrder.All.ToArray()), Gen.Int[1, 10]).Sample(
        (before, after, sort, limit) =>
        {
            var query = new LiveQuery { Sort = sort, Limit = limit };
            var first = BoardLives.Board(before).Read(query);
            if (first.NextCursor is not { } next)
            {
                return;
            }

            // Some lives are gone, some have another value and place, some are new.
            BoardLives.Entry[] newer = [.. after.Where((_, place) => place % 3 != 0).Concat(before.Where((_, place) => place % 3 == 0))];
            var rest = new List<string>();
            for (var cursor = LiveCursor.Find(next); cursor is not null;)
            {
                var page = BoardLives.Board(newer).Read(query with { Cursor = cursor });
                rest.AddRange(page.Items.Select(item => item.LiveId));
                cursor = page.NextCursor is { } text ? LiveCursor.Find(text) : null;
            }

            Assert.Equal(rest.Distinct(), rest);
            var seen = first.Items.Select(item => item.LiveId).Concat(rest).ToList();
            Assert.All(before.Where((_, place) => place % 3 == 0), entry => Assert.Single(seen, entry.Live.Id));
        },
        iter: 2000,
        seed: "0N0XIzNsQ0O2",
        threads: 1);

    [Theory]
    [InlineData("score", "b a c d e")]
    [InlineData("-score", "d c a b e")]
    [InlineData("start", "a b c d e")]
    [InlineData("-start", "b a e d c")]
    [InlineData("price", "c a b d e")]
    [InlineData("-price", "a c e d b")]
    [InlineData("reviews", "a b c d e")]
    [InlineData("-reviews", "e d c b a")]
    public void Read_Sorted_HasWhatHasNoValueLastAndTiesById(string sort, string expected)
    {
        var board = BoardLives.Board(
        [
            Entry("a", 4.5, price: 200, start: 1),
            Entry("b", 4.25, price: null, start: 2),
            Entry("c", 4.75, price: 100),
            Entry("d", 4.75, price: null),
            Entry("e", null, price: null),
        ]);

        Assert.Equal(expected.Split(' '), board.Read(new LiveQuery { Sort = LiveOrder.Find(sort)!.Value }).Items.Select(item => item.LiveId));
    }

    [Theory]
    [InlineData("读书", "a c")]
    [InlineData("PYTHON", "b")]
    [InlineData("python 入", "b")]
    [InlineData("松果", "c")]
    [InlineData("数据", "")]
    public void Read_Text_IsLookedForInTitlesAndNames(string text, string expected)
    {
        var named = Entry("c", 4, "读书会");
        var board = BoardLives.Board([Entry("a", 4, "如何读书"), Entry("b", 4, "Python 入门"), named with { Name = "松果", Live = named.Live with { SpeakerId = "t" } }, Entry("d", 4)]);

        var found = board.Read(new LiveQuery { Text = text, Sort = LiveOrder.Find("score")!.Value });

        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), found.Items.Select(item => item.LiveId));
    }

    [Fact]
    public void Find_LiveOrSpeaker_IsFoundByItsKeyAlone()
    {
        var board = BoardLives.Board([Entry("b", 4), Entry("a", null), Entry("c", 5) with { Live = Entry("c", 5).Live with { SpeakerId = "other" } }]);

        Assert.Equal(("a", null), (board.Find("a")!.Id, board.Find("a")!.Score));
        Assert.Equal(5, board.Find("c")!.Score!.Value);
        Assert.Null(board.Find("aa"));
        Assert.Equal(["a", "b"], board.OfSpeaker("s").Select(row => row.Id));
        Assert.Empty(board.OfSpeaker("nobody"));
    }

    [Fact]
    public void Version_OfTheSameLivesInAnyOrder_IsTheSame() => BoardLives.Some.Sample(
        entries => Assert.Equal(BoardLives.Board(entries).Version, BoardLives.Board(entries.Reverse()).Version), iter: 200, seed: "0N0XIzNsQ0O2", threads: 1);

    [Fact]
    public void Version_AfterAnyChange_IsAnother()
    {
        var entry = Entry("a", 4.5, "题目", price: 100, start: 1);
        BoardLives.Entry[] changed =
        [
            entry with { Live = entry.Live with { Id = "b" } },
            entry with { Live = entry.Live with { Subject = null } },
            entry with { Live = entry.Live with { Subject = "题" } },
            entry with { Live = entry.Live with { SpeakerId = "t" } },
            entry with { Name = "x" },
            entry with { Live = entry.Live with { Tags = [] } },
            entry with { Live = entry.Live with { Tags = [new Tag(1, "x")] } },
            entry with { Live = entry.Live with { AmountFen = 0 } },
            entry with { Live = entry.Live with { AmountFen = null } },
            entry with { Live = entry.Live with { StartsAt = null } },
            entry with { Live = entry.Live with { CreatedAt = BoardLives.Noon } },
            entry with { Live = entry.Live with { ReviewCount = 0 } },
            entry with { Live = entry.Live with { ReviewScore = 4 } },
            entry with { Live = entry.Live with { SeatsTaken = 1 } },
            entry with { Live = entry.Live with { LikedNum = 1 } },
            entry with { Live = entry.Live with { Status = "ended" } },
            entry with { Score = null },
            entry with { Score = Math.BitIncrement(4.5) },
        ];

        string[] versions = [BoardLives.Board([]).Version, BoardLives.Board([entry]).Version, .. changed.Select(one => BoardLives.Board([one]).Version)];

        Assert.Equal(versions.Distinct(), versions);
        Assert.All(versions, version => Assert.Matches("^[0-9a-f]{16}$", version));
    }

    private static BoardLives.Entry Entry(string id, double? score, string? subject = null, long? price = null, int? start = null) => new(
        new Live { Id = id, ObservedAt = BoardLives.Noon, SpeakerId = "s", Subject = subject, AmountFen = price, StartsAt = start is { } days ? BoardLives.Noon.AddDays(days) : null }, null, score);
}
