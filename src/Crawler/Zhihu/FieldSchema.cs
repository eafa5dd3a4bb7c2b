namespace LiveQuality.Crawler.Zhihu;

/// <summary>The keys that the site is known to send for one kind of thing, from the recordings of May 2017 to March 2019.</summary>
internal sealed class FieldSchema
{
    private const string MemberKeys =
        "name,url,gender,user_type,url_token,headline,avatar_url,type,id,badge,is_followed,is_following";

    private readonly List<FieldNode> _nodes = [];

    /// <param name="kind">Kind of the quarantine and of the counts.</param>
    /// <param name="groups">Keys, separated by commas, of the object at each dotted path; a path's own key stands in its parent's group, which comes first.</param>
    private FieldSchema(string kind, params (string Path, string Keys)[] groups)
    {
        Kind = kind;
        Root = new FieldNode(0, "", null);
        _nodes.Add(Root);
        foreach (var (path, keys) in groups)
        {
            var parent = _nodes.Single(node => node.Path == path);
            foreach (var key in keys.Split(','))
            {
                _nodes.Add(parent.AddChild(key, _nodes.Count));
            }
        }
    }

    public string Kind { get; }

    public FieldNode Root { get; }

    public IReadOnlyList<FieldNode> Nodes => _nodes;

    public static FieldSchema Live { get; } = new(
        "live",
        // The 41 keys of May 2017 in their order, then the later ones.
        ("", "liked,conv_id,live_type,video,seats,duration,id,in_promotion,feedback_score,fee,purchasable,has_feedback,note,source,cospeakers,speaker,income,role," +
             "subject,badge,status,ends_in,description,speaker_message_count,tags,is_muted,liked_num,alert,is_admin,artwork,is_public,ends_at,outline,is_anonymous," +
             "created_at,buyable,related_members,product_list,starts_at,can_speak,review," +
             "reply_message_count,is_refundable,has_authenticated,speaker_audio_message_count,attachment_count,is_commercial,audition_message_count,is_audition_open," +
             "has_audition,description_html,audio_duration,vip_only,anonymous_purchase,type,refund_description,auth_description,chapter_description,replay_description," +
             "is_subscriber,banner_pic,audition_message_type,audition_message_count_options,live_subscription,listened_progress,recommendation,sku_id,access_new_live,topics"),
        ("seats", "taken,max"),
        ("fee", "original_price,amount,end_time,unit"),
        ("review", "count,status,score,has_reviewed,previous"),
        ("tags", "name,short_name,created_at,score,available_num,id,live_num,great_num"),
        ("speaker", "member,bio,description"),
        ("speaker.member", MemberKeys),
        ("cospeakers", "member,bio,description"),
        ("cospeakers.member", MemberKeys));

    public static FieldSchema Review { get; } = new(
        "review",
        ("", "own,author,created_at,updated_at,content,score,reply,id,is_gift_receiver"),
        ("author", "member,role,badge"),
        ("author.member", MemberKeys),
        ("author.badge", "avatar_url,id,name"));

    public static FieldSchema Person { get; } = new(
        "speaker",
        ("", "id,url_token,name,gender,headline,description,avatar_url,avatar_url_template,use_default_avatar,type,user_type,is_org,url,badge," +
             "location,locations,education,educations,employment,employments,business,experience ,is_baned,is_hanged,is_active,is_followed,is_following," +
             "live_count,hosted_live_count,participated_live_count,follower_count,following_count,voteup_count,thanked_count,favorited_count,favorite_count,pins_count," +
             "answer_count,articles_count,question_count,columns_count,vip_info,infinity,meta,account_status"));
}
