namespace LiveQuality.Worker.Http.Dashboard.Language;

/// <summary>Texts of every page.</summary>
internal static class CommonWords
{
    public static Phrase Product { get; } = new("LiveQuality", "LiveQuality 直播质量");
    public static Phrase Skip { get; } = new("Skip to the content", "跳到正文");
    public static Phrase Pages { get; } = new("Pages", "页面");
    public static Phrase Today { get; } = new("Today", "今日");
    public static Phrase Models { get; } = new("Models", "模型");
    public static Phrase Runs { get; } = new("Runs", "运行");
    public static Phrase Drift { get; } = new("Drift", "漂移");
    public static Phrase Quality { get; } = new("Data quality", "数据质量");
    public static Phrase Crawl { get; } = new("Crawl", "抓取");
    public static Phrase Settings { get; } = new("Language and appearance", "语言与外观");
    public static Phrase Theme { get; } = new("Appearance", "外观");
    public static Phrase ThemeSystem { get; } = new("System", "跟随系统");
    public static Phrase ThemeLight { get; } = new("Light", "浅色");
    public static Phrase ThemeDark { get; } = new("Dark", "深色");
    public static Phrase Zone { get; } = new("Times are in {0} (UTC+8).", "时间均为 {0}（UTC+8）。");
    public static Phrase Footer { get; } = new(
        "A score is an estimate of the mean rating a live ends with, from 1 to 5; its interval holds that mean in nine of ten lives.",
        "评分是对该直播最终平均星级（1 至 5）的估计；十场直播中约有九场的最终均值落在其区间内。");

    public static Phrase Numbers { get; } = new("The numbers", "具体数字");
    public static Phrase NothingToDraw { get; } = new("Nothing to draw yet.", "暂无可绘制的数据。");
    public static Phrase None { get; } = new("None.", "无。");
    public static Phrase Unknown { get; } = new("unknown", "未知");
    public static Phrase Yes { get; } = new("yes", "是");
    public static Phrase No { get; } = new("no", "否");
    public static Phrase Time { get; } = new("Time", "时间");
    public static Phrase Day { get; } = new("Day", "日期");
    public static Phrase Value { get; } = new("Value", "数值");
    public static Phrase Count { get; } = new("Number", "数量");
    public static Phrase Next { get; } = new("Next page", "下一页");
    public static Phrase First { get; } = new("First page", "第一页");
    public static Phrase Paging { get; } = new("Paging", "分页");
    public static Phrase Apply { get; } = new("Show", "筛选");
    public static Phrase Reset { get; } = new("Reset", "清除");
    public static Phrase Any { get; } = new("any", "不限");
    public static Phrase Model { get; } = new("Model", "模型");
    public static Phrase Interval { get; } = new("90 % interval", "90 % 区间");
    public static Phrase FiveScale { get; } = new("Score {0}, 90 % interval {1}, on a scale from 1 to 5", "评分 {0}，90 % 区间 {1}，量程 1 至 5");
}
