using LiveQuality.Mining.Scoring.Drift;

namespace LiveQuality.Worker.Http.Dashboard.Language;

/// <summary>What to call the columns that models learn from. Logarithms are ln(1 + x).</summary>
internal static class ColumnWords
{
    private static readonly Dictionary<string, Phrase> All = new(StringComparer.Ordinal)
    {
        [DriftReport.ScoreColumn] = new("predicted score", "预测评分"),

        // The study's.
        ["duration"] = new("length (seconds)", "时长（秒）"),
        ["reply_message_count"] = new("speaker’s answers", "主讲人回复数"),
        ["source"] = new("set up by the site", "由官方发起"),
        ["purchasable"] = new("on sale", "可购票"),
        ["is_refundable"] = new("refundable", "可退票"),
        ["has_authenticated"] = new("speaker’s identity checked", "主讲人已认证"),
        ["user_type"] = new("speaker is a person", "主讲人为个人"),
        ["gender"] = new("speaker’s gender (1 is male)", "主讲人性别（1 为男）"),
        ["badge"] = new("speaker’s badges", "主讲人徽章数"),
        ["tag_id"] = new("first tag (id)", "首个标签（编号）"),
        ["speaker_audio_message_count"] = new("spoken messages", "语音消息数"),
        ["attachment_count"] = new("files and pictures", "文件与图片数"),
        ["liked_num"] = new("likes", "点赞数"),
        ["is_commercial"] = new("marked as advertising", "标记为商业推广"),
        ["audition_message_count"] = new("messages in the free part", "试听消息数"),
        ["is_audition_open"] = new("free part open to all", "试听对所有人开放"),
        ["seats_taken"] = new("tickets sold", "已售票数"),
        ["seats_max"] = new("seat limit", "座位上限"),
        ["speaker_message_count"] = new("speaker’s messages", "主讲人消息数"),
        ["amount"] = new("price", "价格"),
        ["original_price"] = new("price without promotion", "原价"),
        ["has_audition"] = new("has a free part", "设有试听"),
        ["has_feedback"] = new("feedback was given", "已有反馈"),
        ["review_count"] = new("number of reviews", "评价数"),

        // Worked out from the live alone.
        ["log_duration"] = new("length (log)", "时长（对数）"),
        ["log_amount"] = new("price (log)", "价格（对数）"),
        ["log_seats_max"] = new("seat limit (log)", "座位上限（对数）"),
        ["log_seats_taken"] = new("tickets sold (log)", "已售票数（对数）"),
        ["log_review_count"] = new("number of reviews (log)", "评价数（对数）"),
        ["log_liked_num"] = new("likes (log)", "点赞数（对数）"),
        ["log_speaker_message_count"] = new("speaker’s messages (log)", "主讲人消息数（对数）"),
        ["log_reply_message_count"] = new("speaker’s answers (log)", "主讲人回复数（对数）"),
        ["log_speaker_audio_message_count"] = new("spoken messages (log)", "语音消息数（对数）"),
        ["log_attachment_count"] = new("files and pictures (log)", "文件与图片数（对数）"),
        ["seats_filled"] = new("tickets sold ÷ seat limit", "售票数 ÷ 座位上限"),
        ["reviews_per_seat"] = new("reviews per ticket", "每张票的评价数"),
        ["liked_per_seat"] = new("likes per ticket", "每张票的点赞数"),
        ["liked_per_review"] = new("likes per review", "每条评价的点赞数"),
        ["replies_per_seat"] = new("speaker’s answers per ticket", "每张票的主讲人回复数"),
        ["messages_per_minute"] = new("speaker’s messages per minute", "每分钟主讲人消息数"),
        ["audio_share"] = new("share of spoken messages", "语音消息占比"),
        ["attachments_per_message"] = new("files and pictures per message", "每条消息的文件与图片数"),
        ["log_revenue"] = new("price of all tickets sold (log)", "票款总额（对数）"),
        ["discount"] = new("discount (share of the price)", "折扣幅度（占原价）"),
        ["is_free"] = new("free of charge", "免费"),
        ["lead_days"] = new("days from announcement to start", "公布至开始的天数"),
        ["log_lead_days"] = new("days from announcement to start (log)", "公布至开始的天数（对数）"),
        ["start_day"] = new("day of the start", "开始日期"),
        ["created_day"] = new("day of the announcement", "公布日期"),
        ["start_weekday"] = new("weekday of the start (Monday is 0)", "开始于星期几（周一为 0）"),
        ["start_hour"] = new("hour of the start", "开始于几点"),
        ["start_month"] = new("month of the start", "开始于几月"),
        ["open_ended"] = new("no planned end", "不设结束时间"),
        ["seats_unlimited"] = new("no seat limit", "不限座位"),

        // The speaker's earlier lives: means, where nothing else is said.
        ["speaker_lives"] = new("number of earlier lives", "往期直播数"),
        ["speaker_days_since_last"] = new("days since the last live", "距上一场的天数"),
        ["speaker_days_since_first"] = new("days since the first live", "距首场的天数"),
        ["speaker_log_seats"] = new("earlier lives: tickets sold (log)", "往期：售票数（对数）"),
        ["speaker_log_reviews"] = new("earlier lives: number of reviews (log)", "往期：评价数（对数）"),
        ["speaker_liked_per_seat"] = new("earlier lives: likes per ticket", "往期：每张票的点赞数"),
        ["speaker_liked_per_review"] = new("earlier lives: likes per review", "往期：每条评价的点赞数"),
        ["speaker_reviews_per_seat"] = new("earlier lives: reviews per ticket", "往期：每张票的评价数"),
        ["speaker_log_messages"] = new("earlier lives: speaker’s messages (log)", "往期：主讲人消息数（对数）"),
        ["speaker_log_price"] = new("earlier lives: price (log)", "往期：价格（对数）"),
        ["speaker_last_log_seats"] = new("last live: tickets sold (log)", "上一场：售票数（对数）"),
        ["speaker_last_reviews"] = new("last live: number of reviews", "上一场：评价数"),
        ["speaker_last_liked_per_seat"] = new("last live: likes per ticket", "上一场：每张票的点赞数"),
        ["speaker_total_log_seats"] = new("earlier lives: all tickets together (log)", "往期：总售票数（对数）"),
        ["speaker_free_share"] = new("earlier lives: share free of charge", "往期：免费场次占比"),
        ["speaker_tags"] = new("earlier lives: number of tags", "往期：不同标签数"),
        ["speaker_same_tag"] = new("same tag as the last live", "与上一场标签相同"),
        ["price_to_speaker"] = new("price ÷ mean of earlier lives", "价格 ÷ 往期均值"),
        ["seats_to_speaker"] = new("tickets sold ÷ mean of earlier lives", "售票数 ÷ 往期均值"),
        ["reviews_to_speaker"] = new("reviews ÷ mean of earlier lives", "评价数 ÷ 往期均值"),

        // Ratings of earlier lives.
        ["speaker_scores"] = new("earlier lives: number with a rating", "往期：有星级的场数"),
        ["speaker_score"] = new("earlier lives: mean rating", "往期：平均星级"),
        ["speaker_last_score"] = new("earlier lives: latest rating", "往期：最近一次星级"),
        ["speaker_score_change"] = new("earlier lives: change of the latest rating", "往期：最近一次星级的变化"),
        ["speaker_lowest_score"] = new("earlier lives: lowest rating", "往期：最低星级"),
        ["speaker_score_deviation"] = new("earlier lives: spread of the ratings", "往期：星级的标准差"),
        ["tag_scores"] = new("same tag: number of lives with a rating", "同标签：有星级的场数"),
        ["tag_score"] = new("same tag: mean rating", "同标签：平均星级"),

        // What is written about it.
        ["title_length"] = new("title: characters", "标题：字数"),
        ["title_digits"] = new("title: digits", "标题：数字个数"),
        ["title_latin"] = new("title: Latin letters", "标题：拉丁字母数"),
        ["title_question"] = new("title: has a question mark", "标题：含问号"),
        ["title_exclaims"] = new("title: has an exclamation mark", "标题：含感叹号"),
        ["title_quotes"] = new("title: has quotation marks", "标题：含引号或书名号"),
        ["description_log_length"] = new("description: characters (log)", "简介：字数（对数）"),
        ["description_lines"] = new("description: lines", "简介：行数"),

        // The portrait.
        ["portrait_face"] = new("portrait: shows a face", "头像：有人脸"),
        ["portrait_attractiveness"] = new("portrait: attractiveness to raters", "头像：评分者眼中的吸引力"),
        ["portrait_age"] = new("portrait: apparent age (years)", "头像：表观年龄（岁）"),
        ["portrait_male"] = new("portrait: apparently male (probability)", "头像：表观为男性的概率"),
        ["portrait_smile"] = new("portrait: share of happiness", "头像：愉快表情占比"),
        ["portrait_sharpness"] = new("portrait: sharpness", "头像：清晰度"),
        ["portrait_eye_distance"] = new("portrait: distance of the eyes (pixels)", "头像：双眼间距（像素）"),
        ["portrait_yaw"] = new("portrait: turn of the head", "头像：头部偏转"),
    };

    /// <summary>Null where nobody has named the column here.</summary>
    public static Phrase? Find(string column) => All.GetValueOrDefault(column);

    /// <summary>The column in words; its own name as words where a model is older or newer than these.</summary>
    public static string Of(string column, Tongue tongue) => Find(column)?.In(tongue) ?? Links.Words(column);
}
