using System.Text.Json;
using LiveQuality.ZhihuSite.Worlds;

namespace LiveQuality.ZhihuSite.Site;

/// <summary>A live as the API sends it: the 41 keys of May 2017 in their order, then the keys that came later.</summary>
internal static class LiveJson
{
    private const string Note = "本场 Live 的内容归主讲人所有。";

    public static void Write(Utf8JsonWriter json, WorldLive live)
    {
        json.WriteStartObject();
        WriteKeys(json, live);
        json.WriteEndObject();
    }

    public static void WriteWrapped(Utf8JsonWriter json, WorldLive live)
    {
        json.WriteStartObject();
        json.WriteString("object_type", "live");
        json.WriteStartObject("live");
        WriteKeys(json, live);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>The keys of one live on its own: some more than in a list.</summary>
    public static void WriteDetail(Utf8JsonWriter json, WorldLive live)
    {
        WriteKeys(json, live);
        json.WriteStartArray("live_subscription");
        json.WriteEndArray();
        json.WriteNumber("listened_progress", 0);
        json.WriteNull("recommendation");
        json.WriteString("sku_id", live.Id);
        json.WriteBoolean("access_new_live", false);
    }

    private static void WriteKeys(Utf8JsonWriter json, WorldLive live)
    {
        json.WriteBoolean("liked", false);
        json.WriteString("conv_id", live.ConvId);
        json.WriteString("live_type", live.IsVideo ? "video" : "audio");
        json.WriteStartObject("video");
        if (live.IsVideo)
        {
            json.WriteStartObject("formal_video_tape");
            json.WriteNumber("duration", live.EndsAt - live.StartsAt);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteStartObject("seats");
        json.WriteNumber("taken", live.SeatsTaken);
        json.WriteNumber("max", live.SeatsMax);
        json.WriteEndObject();
        json.WriteNumber("duration", live.Duration);
        json.WriteString("id", live.Id);
        json.WriteBoolean("in_promotion", live.PromotionEndsAt is not null);
        json.WritePropertyName("feedback_score");
        json.WriteRawValue(live.Score == 0 ? "0" : $"{Math.Round(live.Score * 2, MidpointRounding.AwayFromZero) / 2:0.0}");
        WriteFee(json, live);
        json.WriteBoolean("purchasable", live.Purchasable);
        json.WriteBoolean("has_feedback", false);
        json.WriteString("note", Note);
        json.WriteString("source", live.ByAdmin ? "admin" : "user");
        json.WriteStartArray("cospeakers");
        foreach (var cospeaker in live.Cospeakers)
        {
            json.WriteStartObject();
            PersonJson.WriteSpeaker(json, cospeaker, live.HasOldKeys);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("speaker");
        PersonJson.WriteSpeaker(json, live.Speaker, live.HasOldKeys);
        json.WriteEndObject();
        json.WriteStartObject("income");
        json.WriteNumber("amount", 0);
        json.WriteString("unit", "RMB");
        json.WriteEndObject();
        json.WriteString("role", "visitor");
        json.WriteString("subject", live.Subject);
        PersonJson.WriteTicket(json, 0);
        json.WriteString("status", live.HasEnded ? "ended" : "public");
        json.WriteNumber("ends_in", live.HasEnded ? 0 : live.EndsAt - World.CrawledAt);
        json.WriteString("description", live.Description);
        json.WriteNumber("speaker_message_count", live.SpeakerMessages);
        json.WriteStartArray("tags");
        if (live.Tag is { } tag)
        {
            WriteTag(json, tag);
        }

        json.WriteEndArray();
        json.WriteBoolean("is_muted", false);
        json.WriteNumber("liked_num", live.Likes);
        json.WriteString("alert", live.Alert);
        json.WriteBoolean("is_admin", false);
        json.WriteString("artwork", "");
        json.WriteNumber("is_public", 1);
        json.WriteNumber("ends_at", live.EndsAt);
        json.WriteString("outline", live.Outline);
        json.WriteBoolean("is_anonymous", false);
        json.WriteNumber("created_at", live.CreatedAt);
        json.WriteBoolean("buyable", true);
        json.WriteStartArray("related_members");
        json.WriteEndArray();
        json.WriteStartArray("product_list");
        json.WriteEndArray();
        json.WriteNumber("starts_at", live.StartsAt);
        json.WriteBoolean("can_speak", false);
        WriteReview(json, live);
        if (!live.HasOldKeys)
        {
            WriteLaterKeys(json, live);
        }

        if (live.HasUnknownKey)
        {
            json.WriteNumber("listening_room_count", live.Likes % 7);
        }
    }

    private static void WriteFee(Utf8JsonWriter json, WorldLive live)
    {
        json.WriteStartObject("fee");
        json.WriteNumber("original_price", live.OriginalPrice);
        json.WriteNumber("amount", live.Amount);
        if (live.PromotionEndsAt is { } end)
        {
            json.WriteNumber("end_time", end);
        }

        json.WriteString("unit", "RMB");
        json.WriteEndObject();
    }

    private static void WriteTag(Utf8JsonWriter json, WorldTag tag)
    {
        json.WriteStartObject();
        json.WriteString("name", tag.Name);
        json.WriteString("short_name", tag.Id == 102 ? "音影游" : tag.Name);
        json.WriteNumber("created_at", 1_469_691_000 + tag.Id);
        json.WriteNumber("score", 0);
        json.WriteNumber("available_num", tag.Id * 2);
        json.WriteNumber("id", tag.Id);
        json.WriteNumber("live_num", (tag.Id * 2) + 9);
        json.WriteEndObject();
    }

    private static void WriteReview(Utf8JsonWriter json, WorldLive live)
    {
        json.WriteStartObject("review");
        json.WriteNumber("count", live.Reviews);
        json.WriteString("status", "normal");
        // 5, not 5.0: the site writes a whole number as one.
        json.WriteNumber("score", (double)live.Score);
        json.WriteBoolean("has_reviewed", false);
        json.WriteStartObject("previous");
        json.WriteString("status", "nonexistent");
        json.WriteNumber("score", 0);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteLaterKeys(Utf8JsonWriter json, WorldLive live)
    {
        json.WriteString("type", "live");
        json.WriteNumber("reply_message_count", live.Replies);
        json.WriteBoolean("is_refundable", live.IsRefundable);
        json.WriteBoolean("has_authenticated", live.Speaker.HasAuthenticated);
        json.WriteNumber("speaker_audio_message_count", live.AudioMessages);
        json.WriteNumber("attachment_count", live.Attachments);
        json.WriteBoolean("is_commercial", live.IsCommercial);
        json.WriteNumber("audition_message_count", live.AuditionMessages);
        json.WriteBoolean("is_audition_open", live.IsAuditionOpen);
        json.WriteBoolean("has_audition", live.HasAudition);
        json.WriteNumber("audio_duration", live.AudioMessages * 41_000L);
        json.WriteBoolean("vip_only", false);
        json.WriteBoolean("anonymous_purchase", false);
        json.WriteBoolean("is_subscriber", false);
    }
}
