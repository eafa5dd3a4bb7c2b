using LiveQuality.Mining.Faces.Embedding;
using LiveQuality.Mining.Faces.Heads;
using Xunit;

namespace LiveQuality.Mining.Tests.Faces.Heads;

public sealed class FeatureRowsTests
{
    private static readonly FeatureBlock[] Blocks = [new("one", 1), new("two", 2)];

    [Fact]
    public void Join_TwoFaces_PutsBlocksOneAfterTheOther()
    {
        var rows = FeatureRows.Join(Blocks, [[[1], [2, 3]], [[4], [5, 6]]]);

        Assert.Equal((2, 3), (rows.Rows, rows.Columns));
        Assert.Equal([1, 2, 3, 4, 5, 6], rows.Values.ToArray());
    }

    [Fact]
    public void Join_FaceWithOtherBlocks_IsNamed() =>
        Assert.Contains("face 1", Assert.Throws<ArgumentException>(() => FeatureRows.Join(Blocks, [[[1], [2, 3]], [[4, 5], [6]]])).Message, StringComparison.Ordinal);
}
