using Xunit;
using static LiveQuality.Mining.Tests.Features.Rich.RichLives;

namespace LiveQuality.Mining.Tests.Features.Rich;

public sealed class DerivedFeaturesTests
{
    [Theory]
    [InlineData(600_000_000)]
    [InlineData(double.NaN)]
    public void Duration_NoEnd_IsUnknownAndFlagged(double duration)
    {
        var live = On(0, numbers: [("duration", duration), ("speaker_message_count", 30)]);

        Assert.Equal((double.NaN, double.NaN, double.NaN, 1), (Last("duration", live), Last("log_duration", live), Last("messages_per_minute", live), Last("open_ended", live)));
    }

    [Theory]
    [InlineData(10_000_000)]
    [InlineData(100_000_000)]
    [InlineData(double.NaN)]
    public void SeatsMax_NoLimit_IsUnknownAndFlagged(double seats)
    {
        var live = On(0, numbers: [("seats_max", seats), ("seats_taken", 30)]);

        Assert.Equal((double.NaN, double.NaN, double.NaN, 1), (Last("seats_max", live), Last("log_seats_max", live), Last("seats_filled", live), Last("seats_unlimited", live)));
    }

    [Fact]
    public void Limits_JustBelowTheSentinels_AreNumbers()
    {
        var live = On(0, numbers: [("duration", 599_999_999), ("seats_max", 9_999_999), ("seats_taken", 9_999_999)]);

        Assert.Equal((599_999_999, 0, 1, 0), (Last("duration", live), Last("open_ended", live), Last("seats_filled", live), Last("seats_unlimited", live)));
    }

    [Theory]
    // 2017-07-14 is a Friday: 15:59:59 UTC is one second before midnight in Shanghai.
    [InlineData(1_500_047_999, 4, 23, 7)]
    [InlineData(1_500_048_000, 5, 0, 7)]
    // New Year's Eve, 16:30 UTC, is 2018 in Shanghai, a Monday.
    [InlineData(1_514_737_800, 0, 0, 1)]
    public void Calendar_OfAStart_IsThatOfShanghai(double startsAt, double weekday, double hour, double month)
    {
        var live = On(0) with { StartsAt = startsAt };

        Assert.Equal((weekday, hour, month), (Last("start_weekday", live), Last("start_hour", live), Last("start_month", live)));
    }

    [Fact]
    public void Calendar_UnknownOrImpossibleStart_IsUnknown() =>
        Assert.All([null, double.NaN, double.PositiveInfinity, 1e18, -1e18], (double? start) => Assert.Equal(double.NaN, Last("start_hour", On(0) with { StartsAt = start })));

    [Fact]
    public void LeadDays_AnnouncedBefore_AreDaysBetween()
    {
        var live = On(0) with { StartsAt = 1_500_000_000, CreatedAt = 1_500_000_000 - (3 * 86_400) };

        Assert.Equal((3, Math.Log(4), 1_500_000_000 / 86_400.0), (Last("lead_days", live), Last("log_lead_days", live), Last("start_day", live)));
        Assert.Equal((double.NaN, double.NaN), (Last("lead_days", live with { CreatedAt = null }), Last("created_day", live with { CreatedAt = null })));
    }

    [Fact]
    public void LogLeadDays_AnnouncedAfterTheStart_IsUnknown() => Assert.Equal(double.NaN, Last("log_lead_days", On(0) with { CreatedAt = 2e9 }));

    [Fact]
    public void Discount_FenAgainstYuan_IsTheShareTakenOff()
    {
        Assert.Equal(0.25, Last("discount", On(0, numbers: [("amount", 1500), ("original_price", 20)])));
        Assert.Equal(0, Last("discount", On(0, numbers: [("amount", 1999), ("original_price", 19.99)])), 1e-12);
        Assert.Equal(double.NaN, Last("discount", On(0)));
    }

    [Fact]
    public void IsFree_PriceZero_IsOne()
    {
        Assert.Equal([1, 0, double.NaN], new[] { 0, 1, double.NaN }.Select(amount => Last("is_free", On(0, numbers: ("amount", amount)))));
    }

    [Theory]
    [InlineData("seats_filled", 0.5)]
    [InlineData("reviews_per_seat", 0.1)]
    [InlineData("liked_per_seat", 0.2)]
    [InlineData("liked_per_review", 2)]
    [InlineData("replies_per_seat", 0.04)]
    [InlineData("messages_per_minute", 2)]
    [InlineData("audio_share", 0.75)]
    [InlineData("attachments_per_message", 0.05)]
    public void Rates_OfALive_AreOneNumberPerAnother(string column, double expected) =>
        Assert.Equal(expected, Last(column, Rated()), 1e-12);

    [Theory]
    [InlineData("log_amount", 20)]
    [InlineData("log_revenue", 2000)]
    [InlineData("log_seats_taken", 100)]
    [InlineData("log_seats_max", 200)]
    [InlineData("log_review_count", 10)]
    [InlineData("log_liked_num", 20)]
    [InlineData("log_duration", 3600)]
    [InlineData("log_speaker_message_count", 120)]
    [InlineData("log_speaker_audio_message_count", 90)]
    [InlineData("log_reply_message_count", 4)]
    [InlineData("log_attachment_count", 6)]
    public void Logarithms_OfALive_AreOfOneMore(string column, double of) => Assert.Equal(Math.Log(1 + of), Last(column, Rated()), 1e-12);

    [Fact]
    public void Rates_NothingToShare_AreUnknownAndNeverInfinite()
    {
        var values = Matrix([On(0, numbers: [("seats_taken", 0), ("review_count", 0), ("liked_num", 5), ("original_price", 0), ("amount", -1)])]).Values.ToArray();

        Assert.DoesNotContain(values, double.IsInfinity);
    }

    private static Mining.Features.Rich.RichLive Rated() => On(0, numbers:
    [
        ("seats_taken", 100), ("seats_max", 200), ("review_count", 10), ("liked_num", 20), ("reply_message_count", 4), ("speaker_message_count", 120),
        ("speaker_audio_message_count", 90), ("attachment_count", 6), ("duration", 3600), ("amount", 2000),
    ]);
}
