using System.Text.Json;
using LiveQuality.ZhihuSite.Worlds;

namespace LiveQuality.ZhihuSite.Site;

/// <summary>People as the API sends them: in a live, in a review, and on their own.</summary>
internal static class PersonJson
{
    // By the ids that the site gives them.
    private static readonly Dictionary<int, string> Tickets = new() { [0] = "普通票", [2] = "聊表心意", [3] = "鼎力支持" };

    /// <summary>The keys of a live's speaker; <c>badge</c> came later than the others.</summary>
    public static void WriteSpeaker(Utf8JsonWriter json, WorldSpeaker speaker, bool hasOldKeys)
    {
        json.WriteStartObject("member");
        json.WriteString("name", speaker.Name);
        json.WriteString("url", Address(speaker.Id));
        WriteGender(json, speaker);
        json.WriteString("user_type", UserType(speaker));
        json.WriteString("url_token", speaker.UrlToken);
        json.WriteString("headline", speaker.Headline);
        json.WriteString("avatar_url", SiteJson.Picture(speaker.Avatar, "s"));
        json.WriteString("type", "people");
        json.WriteString("id", speaker.Id);
        if (!hasOldKeys)
        {
            WriteBadges(json, speaker.Badges);
        }

        json.WriteEndObject();
        json.WriteString("bio", speaker.Headline);
        json.WriteString("description", speaker.Description);
    }

    public static void WriteReviewer(Utf8JsonWriter json, WorldReviewer? reviewer)
    {
        json.WriteStartObject("member");
        if (reviewer is null)
        {
            json.WriteString("name", "匿名用户");
            json.WriteString("url", "");
            json.WriteNumber("gender", -1);
            json.WriteString("headline", "");
            json.WriteString("avatar_url", SiteJson.Picture("aadd7b895", "s"));
            json.WriteString("type", "people");
            json.WriteString("id", "0");
        }
        else
        {
            json.WriteBoolean("is_followed", false);
            json.WriteString("name", reviewer.Name);
            json.WriteString("url", Address(reviewer.Id));
            json.WriteString("type", "people");
            json.WriteString("user_type", "people");
            json.WriteString("url_token", reviewer.UrlToken);
            json.WriteString("headline", reviewer.Headline);
            json.WriteString("avatar_url", SiteJson.Picture(reviewer.Avatar, "s"));
            json.WriteBoolean("is_following", false);
            json.WriteNumber("gender", reviewer.Gender);
            WriteBadges(json, reviewer.IsBestAnswerer ? 1 : 0);
            json.WriteString("id", reviewer.Id);
        }

        json.WriteEndObject();
    }

    /// <summary>The answer of <c>/people/{id}</c>.</summary>
    public static void WriteProfile(Utf8JsonWriter json, WorldSpeaker person)
    {
        json.WriteString("id", person.Id);
        json.WriteString("url_token", person.UrlToken);
        json.WriteString("name", person.Name);
        json.WriteString("type", "people");
        json.WriteString("user_type", UserType(person));
        json.WriteString("url", Address(person.Id));
        json.WriteString("headline", person.Headline);
        json.WriteString("description", person.Description);
        WriteGender(json, person);
        json.WriteString("avatar_url", SiteJson.PlainPicture(person.Avatar, "s"));
        WriteBadges(json, person.Badges);
        WriteNames(json, "location", "云上市");
        WriteNames(json, "education", "未名学院");
        json.WriteStartArray("employment");
        json.WriteStartArray();
        json.WriteStartObject();
        json.WriteString("company", "小店一间");
        json.WriteEndObject();
        json.WriteStartObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndArray();
        json.WriteStartObject("business");
        json.WriteEndObject();
        // The trailing space is the site's.
        json.WriteStartArray("experience ");
        json.WriteEndArray();
        json.WriteBoolean("is_baned", false);
        json.WriteBoolean("is_hanged", false);
        json.WriteNumber("live_count", person.Lives);
        json.WriteNumber("hosted_live_count", person.Lives);
        json.WriteNumber("participated_live_count", person.Followers % 23);
        json.WriteNumber("follower_count", person.Followers);
        json.WriteNumber("voteup_count", person.Voteups);
        json.WriteNumber("thanked_count", person.Thanks);
        json.WriteNumber("favorited_count", person.Favorites);
        json.WriteNumber("answer_count", person.Answers);
        json.WriteNumber("articles_count", person.Articles);
        json.WriteNumber("pins_count", person.Answers / 3);
        json.WriteStartObject("vip_info");
        json.WriteBoolean("is_vip", false);
        json.WriteEndObject();
        json.WriteStartObject("infinity");
        json.WriteEndObject();
        json.WriteStartObject("meta");
        json.WriteNumber("id", person.Followers % 1000);
        json.WriteEndObject();
    }

    /// <summary>Which kind of ticket somebody holds; the site calls it a badge.</summary>
    public static void WriteTicket(Utf8JsonWriter json, int kind)
    {
        json.WriteStartObject("badge");
        json.WriteString("avatar_url", $"https://pic1.zhimg.com/ticket{kind}_r.png");
        json.WriteNumber("id", kind);
        json.WriteString("name", Tickets[kind]);
        json.WriteEndObject();
    }

    private static string Address(string id) => $"https://api.zhihu.com/people/{id}";

    private static string UserType(WorldSpeaker person) => person.IsOrganization ? "organization" : "people";

    private static void WriteGender(Utf8JsonWriter json, WorldSpeaker person)
    {
        if (person.Gender is { } gender)
        {
            json.WriteNumber("gender", gender);
        }
        else
        {
            json.WriteNull("gender");
        }
    }

    private static void WriteBadges(Utf8JsonWriter json, int count)
    {
        json.WriteStartArray("badge");
        for (var i = 0; i < count; i++)
        {
            json.WriteStartObject();
            json.WriteString("type", i == 0 ? "best_answerer" : "identity");
            json.WriteString("description", i == 0 ? "优秀回答者" : "已认证的个人");
            if (i == 0)
            {
                json.WriteStartArray("topics");
                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteNames(Utf8JsonWriter json, string key, string name)
    {
        json.WriteStartArray(key);
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
