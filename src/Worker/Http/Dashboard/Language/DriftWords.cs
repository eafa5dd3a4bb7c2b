namespace LiveQuality.Worker.Http.Dashboard.Language;

/// <summary>Texts of the page about drift.</summary>
internal static class DriftWords
{
    public static Phrase Title { get; } = new("Have the lives changed?", "直播是否发生了变化？");
    public static Phrase Explained { get; } = new(
        "A model is as good as its lives are like those it learnt from. Each fact of the lives that came after the training is compared with the same fact before; a distance is called drift only if chance would give one so striking in less than 1 of 100 reports.",
        "模型的可靠程度取决于新直播与训练数据是否相似。这里逐项比较训练之后与之前的直播；只有当偶然性产生如此显著差异的概率低于 1 % 时，才称为漂移。");

    public static Phrase None { get; } = new("There is no champion yet, or fewer than {0} lives with enough reviews came since it was trained: nothing can be said.", "尚无现任模型，或其训练之后评价充足的直播不足 {0} 场：暂无法判断。");
    public static Phrase TooFew { get; } = new("{0} lives came since the training, of too few speakers to tell drift from chance.", "训练之后有 {0} 场直播，但主讲人太少，无法区分漂移与偶然。");
    public static Phrase Quiet { get; } = new("No drift: {0} lives since the training are like the {1} before (p = {2}).", "没有漂移：训练之后的 {0} 场与之前的 {1} 场相似（p = {2}）。");
    public static Phrase Alarm { get; } = new("Drift: {0} lives since the training differ from the {1} before (p = {2}). Scores of new lives deserve less trust until a model is trained again.", "发生漂移：训练之后的 {0} 场与之前的 {1} 场不同（p = {2}）。重新训练之前，新直播的评分可信度较低。");
    public static Phrase Chart { get; } = new("How far each fact has moved, as a multiple of its alarm threshold", "各项因素的变化幅度（相对警戒阈值的倍数）");
    public static Phrase ChartDescription { get; } = new("The {0} that moved most; the line marks the threshold, 1. Beyond it: {1}.", "变化最大的 {0} 项；竖线为阈值 1。超过阈值者：{1} 项。");
    public static Phrase Caption { get; } = new("All facts, the most striking first", "全部因素，最显著者在前");
    public static Phrase Fact { get; } = new("Fact", "因素");
    public static Phrase Distance { get; } = new("Distance", "距离");
    public static Phrase Threshold { get; } = new("Threshold", "阈值");
    public static Phrase Chance { get; } = new("By chance (p)", "偶然概率（p）");
    public static Phrase Before { get; } = new("Median before", "之前中位数");
    public static Phrase After { get; } = new("Median after", "之后中位数");
    public static Phrase MissingBefore { get; } = new("Missing before", "之前缺失");
    public static Phrase MissingAfter { get; } = new("Missing after", "之后缺失");
    public static Phrase Moved { get; } = new("Moved", "是否漂移");
    public static Phrase AsOf { get; } = new("Computed at most {0} minutes ago.", "计算于 {0} 分钟之内。");
}
