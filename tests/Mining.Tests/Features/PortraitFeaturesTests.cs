using LiveQuality.Crawler.Records;
using LiveQuality.Mining.Features;
using LiveQuality.Mining.Tests.Builders;
using Xunit;

namespace LiveQuality.Mining.Tests.Features;

public sealed class PortraitFeaturesTests
{
    [Fact]
    public void Read_JudgedFace_FillsEveryColumn()
    {
        var face = Some.Face() with { Gender = new FaceAnswer("female", 0.9), Yaw = -0.25 };

        Assert.Equal([1, 3.5, 30, 1 - 0.9, 0.75, 40, 24, 0.25], PortraitFeatures.Read(face));
    }

    [Theory]
    [InlineData(FaceOutcomes.Abstained)]
    [InlineData(FaceOutcomes.Refused)]
    [InlineData(FaceOutcomes.DefaultAvatar)]
    [InlineData(FaceOutcomes.Failed)]
    [InlineData(null)]
    public void Read_NoJudgedFace_IsAValueOfItsOwn(string? outcome)
    {
        // An abstention knows how sharp the picture is, and says nothing of a face all the same.
        var face = outcome is null ? null : Some.Face() with { Outcome = outcome };

        Assert.Equal(PortraitFeatures.All.Select(name => name == PortraitFeatures.HasFace ? 0 : (double?)null), PortraitFeatures.Read(face));
    }

    [Fact]
    public void Table_WithPortraits_HasTheirColumnsBehindTheStudys()
    {
        var table = Some.TableWithPortraits((Some.Live("1"), Some.Face()), (Some.Live("2"), null));

        Assert.Equal([.. StudyFeatures.All, .. TextFeatures.All, .. PortraitFeatures.All], table.Columns);
        Assert.Equal([1, 3.5, 0, double.NaN], table.ToMatrix([PortraitFeatures.HasFace, "portrait_attractiveness"], [0, 1]).Values.ToArray());
    }

    [Fact]
    public void Table_WithPortraits_IsHashedWithThem()
    {
        var live = Some.Live("1");
        FeatureTable[] tables =
        [
            Some.Table(live), Some.TableWithPortraits((live, null)), Some.TableWithPortraits((live, Some.Face())),
            Some.TableWithPortraits((live, Some.Face() with { Happiness = 0.5 })),
        ];

        Assert.Equal(tables.Length, tables.Select(table => table.Sha256([0])).Distinct().Count());
    }

    [Fact]
    public void Table_WithoutPortraits_DoesNotKnowTheirColumns()
    {
        var table = Some.Table(Some.Live());

        Assert.Equal([.. StudyFeatures.All, .. TextFeatures.All], table.Columns);
        Assert.Throws<ArgumentException>(() => table.ToMatrix(["portrait_age"], [0]));
    }
}
