using System.Text.Json;
using LiveQuality.ZhihuSite.Worlds;

namespace LiveQuality.ZhihuSite.Site;

/// <summary>A review as the API sends it.</summary>
internal static class ReviewJson
{
    public static void Write(Utf8JsonWriter json, WorldReview review)
    {
        json.WriteStartObject();
        json.WriteBoolean("own", false);
        json.WriteStartObject("author");
        PersonJson.WriteReviewer(json, review.Author);
        json.WriteString("role", "audience");
        PersonJson.WriteTicket(json, review.Ticket);
        json.WriteEndObject();
        json.WriteNumber("created_at", review.CreatedAt);
        json.WriteNumber("updated_at", review.IsEdited ? review.CreatedAt : 0);
        json.WriteString("content", review.Content);
        json.WriteNumber("score", review.Score);
        json.WriteNull("reply");
        json.WriteString("id", review.Id);
        json.WriteBoolean("is_gift_receiver", review.IsGift);
        json.WriteEndObject();
    }
}
