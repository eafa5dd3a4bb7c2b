using LiveQuality.Crawler.Records;
using LiveQuality.Mining.Features;
using LiveQuality.Mining.Tests.Builders;
using Xunit;

namespace LiveQuality.Mining.Tests.Features;

public sealed class StudyFeaturesTests
{
    [Fact]
    public void All_Names_AreThoseOfTheStudyInItsOrder() =>
        Assert.Equal(
            "duration, reply_message_count, source, purchasable, is_refundable, has_authenticated, user_type, gender, badge, tag_id, " +
            "speaker_audio_message_count, attachment_count, liked_num, is_commercial, audition_message_count, is_audition_open, seats_taken, " +
            "seats_max, speaker_message_count, amount, original_price, has_audition, has_feedback, review_count",
            string.Join(", ", StudyFeatures.All));

    [Fact]
    public void WithoutTag_Names_AreTheOther23()
    {
        Assert.Equal(23, StudyFeatures.WithoutTag.Count);
        Assert.Equal(["tag_id"], StudyFeatures.All.Except(StudyFeatures.WithoutTag));
    }

    [Fact]
    public void Read_EverythingKnown_KeepsTheUnitsOfTheStudysTable()
    {
        var live = Some.Live() with
        {
            DurationSeconds = 3600,
            ReplyMessageCount = 2,
            Source = "admin",
            Purchasable = true,
            IsRefundable = false,
            HasAuthenticated = true,
            Tags = [new Tag(105, "互联网"), new Tag(201, "科学技术")],
            SpeakerAudioMessageCount = 39,
            AttachmentCount = 6,
            LikedNum = 30,
            IsCommercial = false,
            AuditionMessageCount = 15,
            IsAuditionOpen = true,
            SeatsTaken = 16,
            SeatsMax = 500,
            SpeakerMessageCount = 51,
            AmountFen = 999,
            OriginalPriceFen = 1999,
            HasAudition = true,
            HasFeedback = false,
            ReviewCount = 7,
        };
        var speaker = Some.Speaker() with { UserType = "organization", Gender = -1, BadgeCount = 2 };

        Assert.Equal([3600, 2, 1, 1, 0, 1, 0, -1, 2, 105, 39, 6, 30, 0, 15, 1, 16, 500, 51, 999, 19.99, 1, 0, 7], StudyFeatures.Read(live, speaker));
    }

    [Fact]
    public void Read_NothingKnown_IsUnknownButForTheTag()
    {
        var values = Named(Some.Live(), null);

        Assert.Equal(0, values["tag_id"]);
        Assert.All(values.Where(value => value.Key != "tag_id"), value => Assert.Null(value.Value));
    }

    [Fact]
    public void Read_PlannedEndAndSeatLimitLifted_AreUnknownWhateverTheyWere()
    {
        var values = Named(Some.Live() with { DurationSeconds = 3600, OpenEnded = true, SeatsMax = 500, SeatsUnlimited = true }, null);

        Assert.Null(values["duration"]);
        Assert.Null(values["seats_max"]);
    }

    [Theory]
    [InlineData("user", 0.0)]
    [InlineData("admin", 1.0)]
    public void Read_Source_IsOneForAdmin(string source, double expected) =>
        Assert.Equal(expected, Named(Some.Live() with { Source = source }, null)["source"]);

    [Fact]
    public void Read_UserType_IsOneForPeople() =>
        Assert.Equal(1, Named(Some.Live(), Some.Speaker() with { UserType = "people" })["user_type"]);

    private static Dictionary<string, double?> Named(Live live, Speaker? speaker) =>
        StudyFeatures.All.Zip(StudyFeatures.Read(live, speaker)).ToDictionary(pair => pair.First, pair => pair.Second);
}
