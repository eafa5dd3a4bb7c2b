namespace LiveQuality.Worker.Http.Dashboard.Language;

/// <summary>Texts of the pages that say what went wrong.</summary>
internal static class ProblemWords
{
    public static Phrase NotFound { get; } = new("There is no such page", "没有这个页面");
    public static Phrase NotFoundWhy { get; } = new("Perhaps the address is mistyped, or the live, speaker or model is not in this store.", "可能是地址有误，或者该直播、主讲人、模型不在当前数据库中。");
    public static Phrase Unavailable { get; } = new("The store does not answer", "数据库没有响应");
    public static Phrase UnavailableWhy { get; } = new("Nothing is lost; it is asked again until it answers. Load this page again in a moment.", "数据不会丢失；系统会持续重试直到恢复。请稍后刷新本页。");
    public static Phrase Fault { get; } = new("This did not work", "操作未能完成");
    public static Phrase FaultWhy { get; } = new("The log of the service says more.", "详情见服务日志。");
    public static Phrase Said { get; } = new("What was said", "原始信息");
    public static Phrase Status { get; } = new("HTTP status {0}", "HTTP 状态码 {0}");
    public static Phrase Home { get; } = new("To the first page", "返回首页");
}
