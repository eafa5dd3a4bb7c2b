using CsCheck;
using LiveQuality.Mining.Features;
using LiveQuality.Mining.Features.Rich;
using Xunit;
using static LiveQuality.Mining.Tests.Features.Rich.RichLives;

namespace LiveQuality.Mining.Tests.Features.Rich;

/// <summary>Plants scores where no row may see them, and where rows must.</summary>
public sealed class LeakTests
{
    // Speaker s on days 0 to 3, two lives together on day 2; the last one's score is not known.
    private static readonly RichLive[] Lives =
    [
        Tagged(On(0, score: 4)), Tagged(On(1, score: 4.5)), Tagged(On(2, score: 3)), Tagged(On(2, score: 5)) with { Id = "other" }, Tagged(On(3, score: 4.2)),
    ];

    private static readonly int[] Known = [0, 1, 2, 3];

    [Theory]
    [InlineData(1, "its own or a later one", 0, 1)]
    [InlineData(2, "its own, a later one or one at the same time", 0, 1, 2, 3)]
    [InlineData(3, "its own, a later one or one at the same time", 0, 1, 2, 3)]
    [InlineData(4, "one that is not known", 0, 1, 2, 3, 4)]
    public void ToMatrix_ScoreThatNoneOfTheRowsMaySee_MovesNothing(int changed, string score, params int[] rows)
    {
        var (before, after) = (Matrix(Lives, Known), Matrix(WithScore(changed, 1.5), Known));

        Assert.All(rows, row => Assert.True(before.Row(row).SequenceEqual(after.Row(row)), $"row {row} saw {score}"));
    }

    [Theory]
    [InlineData(0, 1, 2, 3, 4)]
    [InlineData(1, 2, 3, 4)]
    [InlineData(2, 4)]
    [InlineData(3, 4)]
    public void ToMatrix_KnownEarlierScore_MovesTheRowsAfterIt(int changed, params int[] rows)
    {
        var (before, after) = (Matrix(Lives, Known), Matrix(WithScore(changed, 1.5), Known));

        Assert.All(rows, row => Assert.NotEqual(Value(before, row, "speaker_score"), Value(after, row, "speaker_score")));
        Assert.All(rows, row => Assert.NotEqual(Value(before, row, "tag_score"), Value(after, row, "tag_score")));
    }

    [Fact]
    public void ToMatrix_AnyChangeOfAnyScore_MovesLaterRowsOnlyAndOnlyWhereItIsKnown() =>
        Gen.Select(Gen.Int[0, 10_000], Gen.Int[0, 39], Gen.Bool.Array[40]).Sample((seed, changed, isKnown) =>
        {
            var lives = World(lives: 40, speakers: 4, seed);
            int[] known = [.. lives.Rows().Where(row => isKnown[row])];
            var before = Matrix(lives, known);
            RichLive[] other = [.. lives];
            other[changed] = lives[changed] with { Score = lives[changed].Score is null ? 3.3 : null };

            var after = Matrix(other, known);

            foreach (var row in lives.Rows().Where(row => !(isKnown[changed] && lives[row].StartsAt > lives[changed].StartsAt)))
            {
                Assert.True(before.Row(row).SequenceEqual(after.Row(row)), $"row {row}");
            }
        }, iter: 300, seed: "0N0XIzNsQ0O2");

    [Fact]
    public void ToMatrix_AnyNumberOfALiveItself_LeavesWhatIsKnownBeforeAlone() =>
        Gen.Select(Gen.Int[0, 10_000], Gen.Int[0, 29], Gen.OneOf(Gen.Const(double.NaN), Gen.Double[0, 1e6])).Sample((seed, changed, value) =>
        {
            var lives = World(lives: 30, speakers: 3, seed);
            var before = Matrix(lives);
            foreach (var column in StudyFeatures.AfterTheLive)
            {
                RichLive[] other = [.. lives];
                other[changed] = lives[changed].With((column, value)) with { Score = 1 };
                var after = Matrix(other);
                Assert.All(RichFeatures.KnownBefore, name => Assert.Equal(Value(before, changed, name), Value(after, changed, name)));
            }
        }, iter: 100, seed: "0N0XIzNsQ0O2");

    [Fact]
    public void KnownBefore_ColumnsLeftOut_AreThoseThatMoveWithWhatComesAfter()
    {
        // Each left-out column moves for some change: so none is left out without a reason, and the test above would see one that is let in.
        var lives = World(lives: 60, speakers: 2);
        var before = Matrix(lives);
        var moved = new HashSet<string>(StringComparer.Ordinal);
        foreach (var column in StudyFeatures.AfterTheLive)
        {
            foreach (var row in lives.Rows())
            {
                RichLive[] other = [.. lives];
                other[row] = lives[row].With((column, 4321));
                var after = Matrix(other);
                moved.UnionWith(RichFeatures.All.Where(name => !Value(before, row, name).Equals(Value(after, row, name))));
            }
        }

        Assert.Equal(RichFeatures.All.Except(RichFeatures.KnownBefore).Order(StringComparer.Ordinal), moved.Order(StringComparer.Ordinal));
    }

    private static RichLive Tagged(RichLive live) => live.With((StudyFeatures.Tag, 7));

    private static RichLive[] WithScore(int row, double score) => [.. Lives.Select((live, at) => at == row ? live with { Score = score } : live)];
}
