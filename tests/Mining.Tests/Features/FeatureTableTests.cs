using LiveQuality.Mining.Features;
using LiveQuality.Mining.Tests.Builders;
using Xunit;

namespace LiveQuality.Mining.Tests.Features;

public sealed class FeatureTableTests
{
    [Fact]
    public void Build_AnyOrderOfLives_GivesTheSameRows()
    {
        var (a, b) = (Some.Live("100") with { LikedNum = 1 }, Some.Live("99") with { LikedNum = 2 });

        var (one, other) = (Some.Table(a, b), Some.Table(b, a));

        Assert.Equal(["100", "99"], one.Ids);
        Assert.Equal(one.Ids, other.Ids);
        Assert.Equal(one.Sha256([0, 1]), other.Sha256([0, 1]));
    }

    [Fact]
    public void Add_SameLiveTwice_NamesIt()
    {
        var error = Assert.Throws<ArgumentException>(() => Some.Table(Some.Live("7"), Some.Live("7")));

        Assert.Contains("live 7 is in the feature table already", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Frame_UnknownValue_IsNullInTheFrameAndNotANumberInTheMatrix()
    {
        var table = Some.Table(Some.Live() with { LikedNum = 3 });

        Assert.Equal(3.0, table.Frame["liked_num"][0]);
        Assert.Null(table.Frame["amount"][0]);
        Assert.Null(table.Frame["review_score"][0]);
        Assert.Equal([3, double.NaN], table.ToMatrix(["liked_num", "amount"], [0]).Values.ToArray());
    }

    [Fact]
    public void Frame_IdBeyond53Bits_IsKeptExactly() =>
        Assert.Equal("826534289034342401", Some.Table(Some.Live("826534289034342401")).Frame["id"][0]);

    [Fact]
    public void Speakers_Unknown_StandAlone()
    {
        var table = Some.Table(Some.Live("1") with { SpeakerId = null }, Some.Live("2") with { SpeakerId = null }, Some.Live("3") with { SpeakerId = "s" });

        Assert.Equal(["unknown:1", "unknown:2", "s"], table.Speakers);
    }

    [Fact]
    public void RowsWithReviews_TooFewUnknownOrNoScore_AreLeftOut()
    {
        var table = Some.Table(
            Some.Live("1") with { ReviewCount = 18, ReviewScore = 4.5 },
            Some.Live("2") with { ReviewCount = 17, ReviewScore = 4.5 },
            Some.Live("3") with { ReviewCount = 18 },
            Some.Live("4") with { ReviewScore = 4.5 },
            Some.Live("5") with { ReviewCount = 400, ReviewScore = 3 });

        Assert.Equal([0, 4], table.RowsWithReviews(18));
        Assert.Equal([4.5, 3], table.Targets([0, 4]));
    }

    [Fact]
    public void Targets_WithoutScore_NamesTheLive()
    {
        var error = Assert.Throws<ArgumentException>(() => Some.Table(Some.Live("77")).Targets([0]));

        Assert.Contains("live 77 has no review_score", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ToMatrix_NoSuchColumn_NamesIt()
    {
        var error = Assert.Throws<ArgumentException>(() => Some.Table(Some.Live()).ToMatrix(["review_score"], [0]));

        Assert.Contains("review_score is no feature", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sha256_AnyValueChanges_Changes()
    {
        var live = Some.Live("1") with { SpeakerId = "s", ReviewScore = 4, LikedNum = 0 };
        FeatureTable[] tables =
        [
            Some.Table(live), Some.Table(live with { Id = "2" }), Some.Table(live with { SpeakerId = "t" }), Some.Table(live with { ReviewScore = 4.01 }),
            Some.Table(live with { LikedNum = null }), Some.Table(live with { LikedNum = null, AmountFen = 0 }),
            Some.Table(live with { StartsAt = DateTimeOffset.UnixEpoch }), Some.Table(live with { CreatedAt = DateTimeOffset.UnixEpoch }),
        ];

        Assert.Equal(tables.Length, tables.Select(table => table.Sha256([0])).Distinct().Count());
    }
}
