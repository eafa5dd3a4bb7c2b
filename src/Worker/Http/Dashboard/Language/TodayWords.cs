namespace LiveQuality.Worker.Http.Dashboard.Language;

/// <summary>Texts of the first page.</summary>
internal static class TodayWords
{
    public static Phrase Title { get; } = new("How good are the lives?", "直播质量总览");
    public static Phrase Summary { get; } = new("{0} lives, {1} of them scored. The last crawl began {2} and brought {3} new ones.", "共 {0} 场直播，其中 {1} 场已有评分。最近一次抓取始于 {2}，新增 {3} 场。");
    public static Phrase SummaryNoCrawl { get; } = new("{0} lives, {1} of them scored. Nothing was crawled yet.", "共 {0} 场直播，其中 {1} 场已有评分。尚未进行过抓取。");
    public static Phrase Alerts { get; } = new("To look at", "需要关注");
    public static Phrase Old { get; } = new("Lists are of {0}; the store cannot be read now:", "列表截至 {0}；数据库目前无法读取：");
    public static Phrase NoAlerts { get; } = new("Nothing needs attention.", "目前没有需要关注的问题。");

    // Of alerts: {0} is the host, or how many there are; {1} is the time. What was said follows the colon at once, hence the space in English.
    public static Phrase HostPaused { get; } = new("{0} is left alone until {1}: ", "{0} 已暂停抓取，直至 {1}：");
    public static Phrase FieldBroken { get; } = new("A field is broken since {1}: ", "自 {1} 起有字段损坏：");
    public static Phrase AddressesFailed { get; } = new("{0} addresses have failed; the next crawl tries them again.", "{0} 个地址抓取失败；下次抓取将重试。");
    public static Phrase CrawlFailed { get; } = new("The last crawl, {1}: ", "最近一次抓取（{1}）：");
    public static Phrase CrawlDied { get; } = new("The last crawl, {1}, died; the next one goes on from there.", "最近一次抓取（{1}）异常中断；下次抓取将从中断处继续。");

    public static Phrase Find { get; } = new("Find lives", "查找直播");
    public static Phrase Search { get; } = new("Title or speaker", "标题或主讲人");
    public static Phrase Tag { get; } = new("Tag", "标签");
    public static Phrase PriceFrom { get; } = new("Price from, ¥", "价格下限（¥）");
    public static Phrase PriceTo { get; } = new("Price to, ¥", "价格上限（¥）");
    public static Phrase From { get; } = new("Starts from", "开始日期自");
    public static Phrase To { get; } = new("Starts until", "开始日期至");
    public static Phrase MinScore { get; } = new("Lowest score", "最低评分");
    public static Phrase ScoredOnly { get; } = new("Scored only", "仅显示已评分");
    public static Phrase Lives { get; } = new("Lives", "直播列表");
    public static Phrase Caption { get; } = new("{0} lives, by {1}", "{0} 场直播，{1}");
    public static Phrase ByScore { get; } = new("score", "按评分排序");
    public static Phrase ByStart { get; } = new("start", "按开始时间排序");
    public static Phrase ByReviews { get; } = new("number of reviews", "按评价数排序");
    public static Phrase ByPrice { get; } = new("price", "按价格排序");
    public static Phrase Live { get; } = new("Live", "直播");
    public static Phrase Speaker { get; } = new("Speaker", "主讲人");
    public static Phrase Score { get; } = new("Score", "评分");
    public static Phrase Reviews { get; } = new("Reviews", "评价");
    public static Phrase Mean { get; } = new("Their mean", "评价均值");
    public static Phrase Price { get; } = new("Price", "价格");
    public static Phrase Start { get; } = new("Start", "开始时间");
    public static Phrase NoMatch { get; } = new("No live is like that. Ask for less.", "没有符合条件的直播，请放宽筛选条件。");
    public static Phrase NewLives { get; } = new("Announced last", "最新公布");
    public static Phrase NewCaption { get; } = new("The lives that were announced last", "最新公布的直播");
    public static Phrase Announced { get; } = new("Announced", "公布时间");
    public static Phrase Untitled { get; } = new("Live {0}", "直播 {0}");
    public static Phrase BadNumber { get; } = new("“{0}” is no number that fits here, so it was left out.", "“{0}”不是有效的数值，已忽略。");
    public static Phrase BadDay { get; } = new("“{0}” is no day like 2018-01-15, so it was left out.", "“{0}”不是有效日期（例如 2018-01-15），已忽略。");
    public static Phrase BadCursor { get; } = new("The page that was asked for belongs to another list, so this is the first page.", "所请求的分页属于另一列表，现显示第一页。");
}
