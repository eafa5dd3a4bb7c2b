namespace LiveQuality.Worker.Http.Dashboard.Language;

/// <summary>Texts of the pages of models and of drift.</summary>
internal static class ModelWords
{
    public static Phrase Title { get; } = new("Models", "模型");
    public static Phrase Champion { get; } = new("champion", "现任");
    public static Phrase Challenger { get; } = new("challenger", "挑战者");
    public static Phrase ScoresWith { get; } = new("Lives are scored by", "当前评分模型：");
    public static Phrase NoChampion { get; } = new("No model was promoted yet: train one with “livequality train”.", "尚无模型上任：请用“livequality train”训练一个。");
    public static Phrase All { get; } = new("All models, the newest first", "全部模型，最新在前");
    public static Phrase Role { get; } = new("Role", "角色");
    public static Phrase Trained { get; } = new("Trained", "训练时间");
    public static Phrase Promoted { get; } = new("Promoted", "上任时间");
    public static Phrase Lives { get; } = new("Lives", "直播数");
    public static Phrase Error { get; } = new("MAE", "平均绝对误差");
    public static Phrase Covered { get; } = new("Covered", "覆盖率");
    public static Phrase Verdict { get; } = new("Verdict", "结论");
    public static Phrase ErrorChart { get; } = new("Mean absolute error on unseen speakers, with 95 % intervals", "未见主讲人上的平均绝对误差（含 95 % 区间）");
    public static Phrase ErrorDescription { get; } = new("{0} models by the time of training; the newest has {1}. Lower is better.", "共 {0} 个模型，按训练时间排列；最新者为 {1}。越低越好。");
    public static Phrase CoverageChart { get; } = new("What the 90 % intervals covered of unseen speakers", "90 % 区间在未见主讲人上的实际覆盖率");
    public static Phrase CoverageDescription { get; } = new("{0} models by the time of training; 0.9 is promised.", "共 {0} 个模型，按训练时间排列；承诺值为 0.9。");
    public static Phrase Damaged { get; } = new("The manifest cannot be read: {0}", "无法读取模型清单：{0}");
    public static Phrase Figures { get; } = new("How good it is", "模型表现");
    public static Phrase FiguresCaption { get; } = new("Figures on lives of speakers it had not seen", "在未见主讲人的直播上的表现");
    public static Phrase Warm { get; } = new("with all that is known", "使用全部已知信息");
    public static Phrase Cold { get; } = new("before the start", "直播开始之前");
    public static Phrase Measure { get; } = new("Measure", "指标");
    public static Phrase Rmse { get; } = new("RMSE", "均方根误差");
    public static Phrase Data { get; } = new("What it learnt from", "训练数据");
    public static Phrase Speakers { get; } = new("Speakers", "主讲人数");
    public static Phrase Until { get; } = new("Last live learnt from", "最后一场训练直播");
    public static Phrase DataHash { get; } = new("SHA-256 of the data", "数据的 SHA-256");
    public static Phrase WeightsHash { get; } = new("SHA-256 of the weights", "权重的 SHA-256");
    public static Phrase Columns { get; } = new("Columns", "特征列");
    public static Phrase Options { get; } = new("Options", "训练选项");
    public static Phrase OptionsCaption { get; } = new("What it was asked for", "训练时的选项");
    public static Phrase Program { get; } = new("Program", "程序版本");
    public static Phrase Regressor { get; } = new("Regressor", "回归器");
    public static Phrase MinReviews { get; } = new("Least reviews", "最少评价数");
    public static Phrase Seed { get; } = new("Seed", "随机种子");
    public static Phrase Slices { get; } = new("Errors by slice", "分组误差");
    public static Phrase SlicesCaption { get; } = new("Mean absolute error by slice of the lives", "按直播分组的平均绝对误差");
    public static Phrase Slice { get; } = new("Slice", "分组");
    public static Phrase CoverageHeading { get; } = new("Coverage by slice", "分组覆盖率");
    public static Phrase CoverageCaption { get; } = new("Share of 90 % intervals that held what came, by slice", "各组 90 % 区间的实际覆盖率");
    public static Phrase Libraries { get; } = new("Libraries", "所用库");
    public static Phrase Version { get; } = new("Version", "版本");
}
