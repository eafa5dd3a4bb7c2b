using LiveQuality.Mining.Features;
using LiveQuality.Mining.Tests.Builders;
using Xunit;

namespace LiveQuality.Mining.Tests.Features;

public sealed class TextFeaturesTests
{
    [Fact]
    public void Read_Title_CountsWhatItIsMadeOf() =>
        Assert.Equal([17, 1, 2, 1, 0, 1, Math.Log(1 + 7), 2], TextFeatures.Read("如何用 AI 写「第 1 本」书？", "一行\n\n 两行"));

    [Fact]
    public void Read_NothingWritten_IsUnknown() => Assert.All(TextFeatures.Read(null, null), Assert.Null);

    [Fact]
    public void ToRich_OneLiveHasATitle_GivesTheColumnsToAllAndNoneToATableWithout()
    {
        var titled = Some.Table(Some.Live("1") with { Subject = "三个字" }, Some.Live("2")).ToRich();
        var untitled = Some.Table(Some.Live("1"), Some.Live("2")).ToRich();

        var column = titled.Columns.ToList().IndexOf("title_length");
        Assert.Equal([3, double.NaN], titled.ToMatrix([], [0, 1]).Column(column));
        Assert.DoesNotContain("title_length", untitled.Columns);
    }
}
