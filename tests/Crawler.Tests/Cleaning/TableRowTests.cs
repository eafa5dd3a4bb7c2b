using LiveQuality.Crawler.Cleaning;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Tests.Zhihu;
using Xunit;

namespace LiveQuality.Crawler.Tests.Cleaning;

public sealed class TableRowTests
{
    private const string Header =
        "id,created_at,starts_at,speaker_name,speaker_url,live_id,in_promotion,duration,reply_message_count,source,purchasable,is_refundable,has_authenticated,user_type," +
        "gender,badge,tag_id,tag_name,speaker_audio_message_count,attachment_count,liked_num,is_commercial,audition_message_count,is_audition_open,seats_taken,seats_max," +
        "speaker_message_count,amount,original_price,buyable,has_audition,has_feedback,is_public,review_count,review_score";

    private const string FirstRow =
        $"{Wire.LiveId},1514969676,1516105800,甲乙,jia-yi,{Wire.LiveId},0,3600,1,1,1,1,1,0,1,2,105,互联网,39,6,30,0,15,1,16,500,51,999,9.99,1,1,0,1,18,4.67";

    private static readonly DateTimeOffset Made = new(2018, 1, 20, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void TableRows_OfTheStudy_AreLivesInTheUnitsOfTheSite()
    {
        var batch = Clean(Row());

        var live = Assert.Single(batch.Lives);
        Assert.Equal(
            new Live
            {
                Id = Wire.LiveId,
                ObservedAt = Made,
                SpeakerId = "token:jia-yi",
                Tags = live.Tags,
                Source = "admin",
                CreatedAt = DateTimeOffset.FromUnixTimeSeconds(1514969676),
                StartsAt = DateTimeOffset.FromUnixTimeSeconds(1516105800),
                DurationSeconds = 3600,
                OpenEnded = false,
                SeatsTaken = 16,
                SeatsMax = 500,
                SeatsUnlimited = false,
                AmountFen = 999,
                OriginalPriceFen = 999,
                InPromotion = false,
                Purchasable = true,
                Buyable = true,
                IsRefundable = true,
                HasAuthenticated = true,
                IsCommercial = false,
                IsAuditionOpen = true,
                HasAudition = true,
                AuditionMessageCount = 15,
                HasFeedback = false,
                IsPublic = true,
                LikedNum = 30,
                SpeakerMessageCount = 51,
                SpeakerAudioMessageCount = 39,
                ReplyMessageCount = 1,
                AttachmentCount = 6,
                ReviewCount = 18,
                ReviewScore = 4.67,
            },
            live);
        Assert.Equal([new Tag(105, "互联网")], live.Tags!);
        Assert.Equal(
            new Speaker { Id = "token:jia-yi", ObservedAt = Made, Name = "甲乙", UrlToken = "jia-yi", Gender = 1, UserType = "organization", BadgeCount = 2 },
            Assert.Single(batch.Speakers));
    }

    [Theory]
    [InlineData("9.99", 999L)]
    [InlineData("19", 1900L)]
    [InlineData("99.90000000000001", 9990L)]
    [InlineData("69.98999999999999", 6999L)]
    [InlineData("0", 0L)]
    [InlineData("", null)]
    public void TableRows_PriceInYuan_IsExactInFen(string yuan, long? fen) => Assert.Equal(fen, Assert.Single(Clean(Row(("original_price", yuan))).Lives).OriginalPriceFen);

    [Fact]
    public void TableRows_WithBlankTag_HaveNoTags()
    {
        Assert.Empty(Assert.Single(Clean(Row(("tag_id", ""), ("tag_name", ""))).Lives).Tags!);
        Assert.Empty(Assert.Single(Clean(Row(("tag_id", "0"), ("tag_name", " "))).Lives).Tags!);
    }

    [Theory]
    [InlineData("4", "0", null)]
    [InlineData("4", "4.75", 4.75)]
    [InlineData("5", "4.6", 4.6)]
    public void TableRows_ScoreWithFewReviews_IsKeptWhereThereIsOne(string count, string score, double? kept) =>
        Assert.Equal(kept, Assert.Single(Clean(Row(("review_count", count), ("review_score", score))).Lives).ReviewScore);

    [Fact]
    public void TableRows_WithSentinels_SayNoEndAndNoLimit()
    {
        var live = Assert.Single(Clean(Row(("duration", "600000000"), ("seats_max", "10000000"))).Lives);

        Assert.Equal((null, true, null, true), (live.DurationSeconds, live.OpenEnded, live.SeatsMax, live.SeatsUnlimited));
    }

    [Fact]
    public void TableRows_WholeNumbersInOtherForms_AreTheSameNumber()
    {
        var live = Assert.Single(Clean(Row(("tag_id", "303.0"), ("created_at", "1.514969676E9"), ("liked_num", " 30 "), ("is_commercial", "True"))).Lives);

        Assert.Equal((303, 1514969676L, 30L, true), (live.Tags![0].Id, live.CreatedAt!.Value.ToUnixTimeSeconds(), live.LikedNum, live.IsCommercial));
    }

    [Theory]
    [InlineData("liked_num", "many", "table-cell", "liked_num is \"many\", not a whole number")]
    [InlineData("duration", "3600.5", "table-cell", "duration is \"3600.5\", not a whole number")]
    [InlineData("seats_taken", "1E30", "table-cell", "seats_taken is \"1E30\", not a whole number")]
    [InlineData("is_public", "2", "table-cell", "is_public is \"2\", not 0 or 1")]
    [InlineData("source", "editor", "table-cell", "source is \"editor\", not 0 or 1")]
    [InlineData("original_price", "9.999", "table-cell", "original_price is \"9.999\", not an amount in yuan")]
    [InlineData("original_price", "1E28", "table-cell", "original_price is \"1E28\", not an amount in yuan")]
    [InlineData("review_score", "good", "table-cell", "review_score is \"good\", not a number")]
    [InlineData("review_score", "7", "live-score", "review.score is 7, outside 1 to 5")]
    [InlineData("amount", "-1", "price", "fee.amount is -1")]
    [InlineData("live_id", "9.3E+17", "live-id", "id is \"9.3E+17\": in this notation its last digits are lost")]
    [InlineData("starts_at", "12", "live-time", "starts_at is 12, no time of this site")]
    public void TableRows_ThatDoNotFit_AreSetAsideByColumn(string column, string text, string rule, string reason)
    {
        var batch = Clean(Row((column, text)));

        Assert.Empty(batch.Lives);
        var entry = Assert.Single(batch.Quarantine);
        Assert.Equal(("live", rule, reason, "table.xlsx row 2"), (entry.Kind, entry.Rule, entry.Reason, entry.Origin));
    }

    [Fact]
    public void TableRows_FewColumns_LeaveTheRestUnknown()
    {
        var batch = Cleaner.TableRows(
            [new TableRow(new Dictionary<string, string> { ["id"] = Wire.LiveId, ["live_subject"] = "怎样种番茄", ["starts_date"] = "2018-01-16", ["else"] = "x" }, "t.csv row 2")], Made);

        var live = Assert.Single(batch.Lives);
        Assert.Equal(("怎样种番茄", null, null, null), (live.Subject, live.SpeakerId, live.AmountFen, live.IsPublic));
        Assert.Empty(batch.Speakers);
    }

    [Fact]
    public void TableRows_OneRowTwice_IsTheSameRecordTwice()
    {
        var batch = Clean(Row(), Row());

        Assert.Equal(2, batch.Lives.Count);
        Assert.Equal(batch.Lives[0].Id, batch.Lives[1].Id);
    }

    internal static TableRow Row(params (string Column, string Text)[] changes)
    {
        var columns = Header.Split(',').Zip(FirstRow.Split(',')).ToDictionary(cell => cell.First, cell => cell.Second);
        foreach (var (column, text) in changes)
        {
            columns[column] = text;
        }

        return new TableRow(columns, "table.xlsx row 2");
    }

    private static CleanBatch Clean(params TableRow[] rows) => Cleaner.TableRows(rows, Made);
}
