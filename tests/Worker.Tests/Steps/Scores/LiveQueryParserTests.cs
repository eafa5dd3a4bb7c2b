using CsCheck;
using LiveQuality.Worker.Steps.Scores;
using Xunit;

namespace LiveQuality.Worker.Tests.Steps.Scores;

public sealed class LiveQueryParserTests
{
    private static readonly string Cursor = new LiveCursor(new LiveOrder(LiveSort.Price, Descending: true), 990, "12").ToString();

    [Fact]
    public void TryParse_Nothing_IsTheBestFirst()
    {
        Assert.True(LiveQueryParser.TryParse([], out var query, out _));

        Assert.Equal(new LiveQuery { Sort = new LiveOrder(LiveSort.Score, Descending: true), Limit = 50 }, query);
    }

    [Fact]
    public void TryParse_EveryParameter_IsRead()
    {
        var right = Parse(
            "scoredOnly=true", "tag=音乐", "speaker=s", "minPrice=0", "maxPrice=990", "from=2018-01-15", "to=2018-01-16T08:30:00+08:00", "minScore=4", "maxScore=4.5", "text=读书", "sort=-price", "limit=1000",
            $"cursor={Cursor}");

        Assert.Null(right.Problem);
        Assert.Equal(
            new LiveQuery
            {
                ScoredOnly = true,
                Tag = "音乐",
                Speaker = "s",
                MinPrice = 0,
                MaxPrice = 990,
                From = new DateTimeOffset(2018, 1, 15, 0, 0, 0, TimeSpan.Zero),
                To = new DateTimeOffset(2018, 1, 16, 0, 30, 0, TimeSpan.Zero),
                MinScore = 4,
                MaxScore = 4.5,
                Text = "读书",
                Sort = new LiveOrder(LiveSort.Price, Descending: true),
                Limit = 1000,
                Cursor = new LiveCursor(new LiveOrder(LiveSort.Price, Descending: true), 990, "12"),
            },
            right.Query);
    }

    [Theory]
    [InlineData("colour=red", "colour: is no parameter here; there are scoredOnly, tag, speaker, minPrice, maxPrice, from, to, minScore, maxScore, text, sort, limit, cursor")]
    [InlineData("Tag=1", "Tag: is no parameter here; there are")]
    [InlineData("tag=1&tag=2", "tag: is given more than once")]
    [InlineData("tag=", "tag: '' must be a tag's id or whole name")]
    [InlineData("speaker=", "speaker: '' must be a speaker's id")]
    [InlineData("scoredOnly=yes", "scoredOnly: 'yes' must be true or false")]
    [InlineData("minPrice=-1", "minPrice: '-1' must be a whole number of fen from 0")]
    [InlineData("maxPrice=9.9", "maxPrice: '9.9' must be a whole number of fen from 0")]
    [InlineData("maxPrice=99999999999999999999", "maxPrice: '99999999999999999999' must be")]
    [InlineData("minPrice=10&maxPrice=5", "maxPrice: '5' must not be less than the lowest price, 10")]
    [InlineData("from=15.1.2018", "from: '15.1.2018' must be a date or a time in UTC, for example 2018-01-15")]
    [InlineData("to=2018-02-30", "to: '2018-02-30' must be a date or a time in UTC")]
    [InlineData("from=2018-01-02&to=2018-01-02", "to: '2018-01-02' must be later than the beginning, 2018-01-02")]
    [InlineData("minScore=0", "minScore: '0' must be a number from 1 to 5")]
    [InlineData("maxScore=NaN", "maxScore: 'NaN' must be a number from 1 to 5")]
    [InlineData("minScore=4&maxScore=3", "maxScore: '3' must not be less than the lowest score, 4")]
    [InlineData("text=", "text: '' must be a part of a title")]
    [InlineData("sort=best", "sort: 'best' must be score, -score, start, -start, reviews, -reviews, price, -price")]
    [InlineData("limit=0", "limit: '0' must be a whole number from 1 to 1000")]
    [InlineData("limit=1001", "limit: '1001' must be a whole number from 1 to 1000")]
    [InlineData("cursor=abc", "cursor: 'abc' must be the nextCursor of the page before")]
    [InlineData("cursor=", "cursor: '' must be")]
    [InlineData("cursor=%", "cursor: '%' must be")]
    [InlineData("sort=-bad\nline", "sort: '-bad line' must be")]
    public void TryParse_WrongInput_IsOneLineThatNamesTheParameterWhatWasGivenAndWhatIsRight(string pairs, string expected)
    {
        var (_, problem) = Parse(pairs.Split('&'));

        Assert.StartsWith(expected, problem, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', problem!);
    }

    [Fact]
    public void TryParse_CursorOfAnotherOrder_IsAProblem() =>
        Assert.EndsWith("is of a list sorted by -price, and this one is by price", Parse("sort=price", $"cursor={Cursor}").Problem, StringComparison.Ordinal);

    [Fact]
    public void TryParse_AnyTexts_NeverThrow() => Gen.Select(Gen.OneOf(LiveQueryParser.Names.Append("x").ToArray()), Gen.OneOf(Gen.String, Gen.String[Gen.Char["0123456789-:TZ.ABCabc_=%"], 0, 80])).Array[0, 4].Sample(
        pairs =>
        {
            var isRight = LiveQueryParser.TryParse(pairs.Select(pair => KeyValuePair.Create(pair.Item1, pair.Item2)), out var query, out var problem);

            Assert.Equal(isRight, problem == default);
            Assert.True(isRight ? BoardLives.Board([]).Read(query).Total == 0 : problem.ToString().Length < 400 && !problem.ToString().Contains('\n', StringComparison.Ordinal));
        },
        iter: 5000,
        seed: "0N0XIzNsQ0O2",
        threads: 1);

    [Fact]
    public void Cursor_OfAnyPlace_ComesBack() => Gen.Select(Gen.OneOf(LiveOrder.All.ToArray()), Gen.Long, Gen.String[Gen.Char["019a\n直"], 0, 20]).Sample(
        (order, key, id) => Assert.Equal(new LiveCursor(order, key, id), LiveCursor.Find(new LiveCursor(order, key, id).ToString())), iter: 1000, seed: "0N0XIzNsQ0O2", threads: 1);

    private static (LiveQuery Query, string? Problem) Parse(params string[] pairs)
    {
        var isRight = LiveQueryParser.TryParse(pairs.Select(pair => KeyValuePair.Create(pair[..pair.IndexOf('=', StringComparison.Ordinal)], pair[(pair.IndexOf('=', StringComparison.Ordinal) + 1)..])), out var query, out var problem);
        return (query, isRight ? null : problem.ToString());
    }
}
