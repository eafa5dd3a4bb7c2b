using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LiveQuality.Crawler.Tests.Zhihu;

/// <summary>Builds what the site would send; everything in it is invented.</summary>
internal static class Wire
{
    public const string LiveId = "912345678901234567";
    public const string SpeakerId = "0123456789abcdef0123456789abcdef";
    public const string OtherId = "fedcba9876543210fedcba9876543210";
    public const string PortraitHash = "v2-00112233445566778899aabbccddeeff";

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A live with the 41 keys of May 2017, in the site's order.</summary>
    public static JsonObject Live(Action<JsonObject>? change = null)
    {
        var live = Object($$"""
            {"liked":false,"conv_id":"591111111111111111111111","live_type":"audio","video":{},"seats":{"taken":120,"max":500},"duration":3600,"id":"{{LiveId}}",
             "in_promotion":false,"feedback_score":4.5,"fee":{"original_price":1900,"amount":1900,"unit":"RMB"},"purchasable":true,"has_feedback":false,"note":"","source":"user",
             "cospeakers":[],"speaker":{"member":{{Member(SpeakerId).ToJsonString()}},"bio":"","description":"讲过几次"},"income":{"amount":0,"unit":"RMB"},"role":"visitor",
             "subject":"怎样种番茄","badge":{"avatar_url":"","id":0,"name":"普通票"},"status":"ended","ends_in":0,"description":"第一行\r\n第二行","speaker_message_count":60,
             "tags":[{"name":"生活方式","short_name":"生活","created_at":1469691129,"score":0,"available_num":2,"id":101,"live_num":3}],"is_muted":false,"liked_num":40,"alert":"",
             "is_admin":false,"artwork":"","is_public":1,"ends_at":1494949124,"outline":"• 一","is_anonymous":false,"created_at":1494000000,"buyable":true,"related_members":[],
             "product_list":[],"starts_at":1494940000,"can_speak":false,"review":{"count":20,"status":"normal","score":4.55,"has_reviewed":false,"previous":{"status":"nonexistent","score":0} } }
            """);
        change?.Invoke(live);
        return live;
    }

    /// <summary>A live as the state of a web page has it: partial, and filled up with defaults.</summary>
    public static JsonObject StateLive(Action<JsonObject>? change = null)
    {
        var live = Object($$"""
            {"liked":false,"conv_id":"","live_type":"video","seats":{"taken":477,"max":10000},"is_commercial":false,"speaker_audio_message_count":0,"attachment_count":0,"duration":4200,
             "id":"{{LiveId}}","in_promotion":false,"feedback_score":0,"fee":{"original_price":1990,"amount":990,"unit":"RMB"},"purchasable":true,"has_feedback":false,
             "review":{"count":0,"status":"normal","score":4.859,"has_reviewed":false,"previous":{"status":"nonexistent","score":0} },"note":"","source":"admin","cospeakers":[],
             "speaker":{"member":{"name":"某机构","headline":"","gender":null,"user_type":"organization","url_token":"mou-ji-gou","url":"",
             "avatar_url":"https://pic2.zhimg.com/{{PortraitHash}}.jpg","badge":[],"id":"{{SpeakerId}}"},"bio":"","description":""},"has_authenticated":true,"reply_message_count":0,
             "badge":{},"status":"public","description":"","speaker_message_count":0,"liked_num":0,"subject":"怎样种番茄","is_refundable":false,"is_public":1,"outline":"","ends_at":0,
             "has_audition":false,"audition_message_count":0,"type":"live","created_at":0,"buyable":true,"is_audition_open":false,"starts_at":1526126400}
            """);
        change?.Invoke(live);
        return live;
    }

    public static JsonObject Member(string id) => Object($$"""
        {"name":"甲乙","url":"https://api.zhihu.com/people/{{id}}","gender":1,"user_type":"people","url_token":"jia-yi","headline":"种菜",
         "avatar_url":"https://pic2.zhimg.com/{{PortraitHash}}_s.jpg","type":"people","id":"{{id}}"}
        """);

    /// <summary>The seven keys of an anonymous reviewer.</summary>
    public static JsonObject Anonymous() => Object("""
        {"name":"匿名用户","url":"","gender":-1,"headline":"","avatar_url":"https://pic1.zhimg.com/aadd7b895_s.jpg","type":"people","id":"0"}
        """);

    public static JsonObject Review(Action<JsonObject>? change = null)
    {
        var review = Object($$"""
            {"own":false,"author":{"member":{"is_followed":false,"name":"丙","url":"","type":"people","user_type":"people","url_token":"bing","headline":"","avatar_url":"",
             "is_following":false,"gender":0,"badge":[],"id":"{{OtherId}}"},"role":"audience","badge":{"avatar_url":"","id":2,"name":"聊表心意"} },"created_at":1495888134,
             "updated_at":0,"content":"听完了\r\n不错 😀","score":5,"reply":null,"id":"160263","is_gift_receiver":false}
            """);
        change?.Invoke(review);
        return review;
    }

    public static JsonObject Person(Action<JsonObject>? change = null)
    {
        var person = Object($$"""
            {"id":"{{SpeakerId}}","url_token":"jia-yi","name":"甲乙","gender":0,"headline":"种菜","description":"每天种菜","avatar_url":"http://pic1.zhimg.com/50/{{PortraitHash}}_s.jpg",
             "user_type":"people","badge":[{"type":"identity","description":"农艺师"}],"employment":[[{"company":{} },{}]],"experience ":[],"follower_count":36781,"voteup_count":104512,
             "thanked_count":18233,"favorited_count":25906,"answer_count":1203,"articles_count":47,"hosted_live_count":4,"participated_live_count":9,"vip_info":{"is_vip":false} }
            """);
        change?.Invoke(person);
        return person;
    }

    public static byte[] Page(params JsonNode?[] items) =>
        Bytes(new JsonObject { ["paging"] = new JsonObject { ["is_end"] = false, ["next"] = "http://api.zhihu.com/lives?limit=10&offset=10" }, ["data"] = new JsonArray(items) });

    public static byte[] Bytes(JsonNode node) => Encoding.UTF8.GetBytes(Text(node));

    public static string Text(JsonNode node) => node.ToJsonString(Relaxed);

    private static JsonObject Object(string json) => JsonNode.Parse(json)!.AsObject();
}
