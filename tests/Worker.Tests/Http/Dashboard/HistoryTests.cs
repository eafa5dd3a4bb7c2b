using LiveQuality.Crawler.Records;
using LiveQuality.Worker.Http.Dashboard;
using Xunit;

namespace LiveQuality.Worker.Tests.Http.Dashboard;

public sealed class HistoryTests
{
    private static readonly DateTimeOffset Noon = new(2018, 1, 15, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void History_OfAField_HasItsChangesAndWhatItIsNow()
    {
        Observation[] observations = [Seen(0, ("likedNum", "1", "2")), Seen(1, ("reviewCount", "10", "12")), Seen(2, ("reviewCount", "12", "20"))];

        var moments = LiveHistory.Of(observations, "reviewCount", 20, Noon.AddDays(5));

        Assert.Equal([10, 12, 20, 20], moments.Select(moment => moment.Value));
        Assert.Equal([0, 1, 2, 5], moments.Select(moment => (moment.At - Noon).TotalDays));
    }

    [Fact]
    public void History_OfAFieldThatNeverChanged_IsEmpty() => Assert.Empty(LiveHistory.Of([Seen(0, ("likedNum", "1", "2"))], "reviewCount", 3, Noon.AddDays(1)));

    [Fact]
    public void History_OfValuesThatAreNoNumbers_LeavesThemOut()
    {
        var moments = LiveHistory.Of([Seen(0, ("reviewScore", null, "4.5")), Seen(1, ("reviewScore", "4.5", null))], "reviewScore", now: null, Noon.AddDays(2));

        Assert.Equal([4.5], moments.Select(moment => moment.Value));
    }

    private static Observation Seen(int day, params (string Field, string? Old, string? New)[] changes) => new()
    {
        Id = $"1:{day}",
        LiveId = "1",
        ObservedAt = Noon.AddDays(day),
        Changes = [.. changes.Select(change => new FieldChange(change.Field, change.Old, change.New))],
    };
}
