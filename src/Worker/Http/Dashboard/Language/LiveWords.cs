namespace LiveQuality.Worker.Http.Dashboard.Language;

/// <summary>Texts of the pages of one live and one speaker.</summary>
internal static class LiveWords
{
    public static Phrase By { get; } = new("By {0}", "主讲：{0}");
    public static Phrase NoScore { get; } = new("This live has no score yet; the next scoring gives it one.", "该直播尚无评分；下次评分时将补上。");
    public static Phrase ScoreHeading { get; } = new("Score", "评分");
    public static Phrase BothSaid { get; } = new(
        "Without its reviews the model says {0}; the reviews so far ({1}) count for {2} of the score.",
        "不看评价时模型的预测为 {0}；现有评价（{1} 条）在评分中占 {2}。");

    public static Phrase OnlyPredicted { get; } = new("It rests on the model’s prediction alone, {0}: no review counts so far.", "评分完全来自模型预测（{0}）：目前没有可计入的评价。");
    public static Phrase Warm { get; } = new("The model looked at everything that was known when it scored.", "模型使用了评分时已知的全部信息。");
    public static Phrase Cold { get; } = new("The model looked only at what is known before the live starts.", "模型仅使用直播开始前已知的信息。");
    public static Phrase ScoredBy { get; } = new("Scored {0} by model", "评分时间 {0}，模型");
    public static Phrase Reasons { get; } = new("Why this score", "评分依据");
    public static Phrase ReasonsChart { get; } = new("Points that each fact adds to or takes from a typical live’s score", "各项因素相对典型直播的加减分");
    public static Phrase ReasonsDescription { get; } = new(
        "Bars to the right raise the score, hollow bars to the left lower it. A typical live has {0}, this one {1}.",
        "向右的实心条提高评分，向左的空心条降低评分。典型直播为 {0}，本场为 {1}。");

    public static Phrase NoReasons { get; } = new("The score was made without reasons.", "该评分未附带依据。");
    public static Phrase Others { get; } = new("{0} others together", "其余 {0} 项合计");
    public static Phrase Fact { get; } = new("Fact", "因素");
    public static Phrase Points { get; } = new("Points", "分值");
    public static Phrase ItsReviews { get; } = new("its reviews so far", "现有评价");
    public static Phrase Bounds { get; } = new("ratings end at 1 and 5", "星级限于 1 至 5");
    public static Phrase History { get; } = new("History", "变化历史");
    public static Phrase HistoryNote { get; } = new("As the crawls saw it, {0} times.", "依抓取所见，共 {0} 次观测。");
    public static Phrase HistoryNone { get; } = new("Only one look at this live so far, so there is no history.", "目前只观测过一次，尚无历史。");
    public static Phrase ReviewCount { get; } = new("Number of reviews", "评价数");
    public static Phrase ReviewMean { get; } = new("Mean of the reviews", "评价均值");
    public static Phrase SeatsTaken { get; } = new("Tickets sold", "已售票数");
    public static Phrase Likes { get; } = new("Likes", "点赞数");
    public static Phrase StepDescription { get; } = new("From {0} on {1} to {2} on {3}.", "从 {1} 的 {0} 变为 {3} 的 {2}。");
    public static Phrase Ratings { get; } = new("Ratings in the reviews that were read", "已读取评价的星级分布");
    public static Phrase RatingsDescription { get; } = new("{0} reviews; {1} of them gave five stars.", "共 {0} 条评价，其中 {1} 条为五星。");
    public static Phrase Stars { get; } = new("Rating", "星级");
    public static Phrase Record { get; } = new("The record", "完整记录");
    public static Phrase RecordCaption { get; } = new("Everything the store holds of it", "数据库中的全部字段");
    public static Phrase Field { get; } = new("Field", "字段");
    public static Phrase Gone { get; } = new("The site says since {0} that this is gone; what follows is how it was last seen.", "网站自 {0} 起显示该内容已不存在；以下为最后一次所见。");
    public static Phrase Description { get; } = new("Description", "简介");
    public static Phrase Outline { get; } = new("Outline", "大纲");
    public static Phrase Introduction { get; } = new("The speaker, in this live", "主讲人介绍");
    public static Phrase SpeakerLives { get; } = new("Lives of this speaker", "该主讲人的直播");
    public static Phrase SpeakerLivesCaption { get; } = new("{0} lives, the latest first", "{0} 场直播，最新在前");
    public static Phrase SpeakerChart { get; } = new("Scores by start of the live, with 90 % intervals", "各场评分（按开始时间，含 90 % 区间）");
    public static Phrase SpeakerChartDescription { get; } = new("{0} lives; scores from {1} to {2}.", "共 {0} 场；评分介于 {1} 与 {2} 之间。");
    public static Phrase NoLives { get; } = new("No live of this speaker is in the store.", "数据库中没有该主讲人的直播。");
    public static Phrase Nameless { get; } = new("Speaker {0}", "主讲人 {0}");
    public static Phrase Portrait { get; } = new("Portrait", "头像分析");
    public static Phrase PortraitNote { get; } = new("What a model sees in a picture, not what a person is. It errs more for some groups than for others.", "这是模型对图片的判断，而非对人的判断。它对某些群体的误差更大。");
    public static Phrase ErrorsByGroup { get; } = new("Errors by group", "各群体误差");
    public static Phrase Outcome { get; } = new("Outcome", "结果");
    public static Phrase Why { get; } = new("Why", "原因");
    public static Phrase Confidence { get; } = new("Confidence of the detector", "检测置信度");
    public static Phrase Attractiveness { get; } = new("Attractiveness to raters, 1–5", "评分者眼中的吸引力（1–5）");
    public static Phrase Age { get; } = new("Apparent age, years", "表观年龄（岁）");
    public static Phrase Gender { get; } = new("Apparent gender", "表观性别");
    public static Phrase Race { get; } = new("Apparent race, in the classes of the training data", "表观种族（按训练数据的类别）");
    public static Phrase Expression { get; } = new("Expression", "表情");
}
