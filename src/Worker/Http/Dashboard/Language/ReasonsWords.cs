using LiveQuality.Crawler.Records;
using LiveQuality.Mining.Scoring.Reasons;

namespace LiveQuality.Worker.Http.Dashboard.Language;

/// <summary>The reasons of a score as one sentence. The English one is stored with the score; the Chinese one is written here from the same outline, so that older scores have it too.</summary>
internal static class ReasonsWords
{
    public static string SentenceOf(Score score, ScoreReasons reasons, Tongue tongue) =>
        tongue == Tongue.Chinese ? InChinese(ReasonsOutline.Of(score.Value, score.EvidenceWeight, reasons)) : reasons.Sentence;

    private static string InChinese(ReasonsOutline outline)
    {
        var (up, down) = (List(outline.Raising), List(outline.Lowering));
        var why = (outline.Side, up, down) switch
        {
            (0, "", "") => "没有特别突出之处",
            (_, "", "") => "由许多细小因素累积而成",
            (0, _, "") => $"{up}加分",
            (0, "", _) => $"{down}减分",
            (0, _, _) => $"{up}加分，{down}减分",
            ( > 0, "", _) => $"由许多细小因素累积而成，但受{down}拖累",
            ( > 0, _, "") => $"主要得益于{up}",
            ( > 0, _, _) => $"主要得益于{up}，但受{down}拖累",
            (_, _, "") => $"由许多细小因素累积而成，但有{up}加分",
            (_, "", _) => $"主要受{down}拖累",
            _ => $"主要受{down}拖累，但有{up}加分",
        };
        var typical = $"典型直播（{Shown.Score(outline.Typical)}）";
        var side = outline.Side switch { > 0 => $"高于{typical}", < 0 => $"低于{typical}", _ => $"与{typical}相当" };
        var reviews = outline.Reviews == 0 ? "目前没有可计入的评价" : $"目前 {Shown.Count(outline.Reviews)} 条评价在评分中占 {Shown.Percent(outline.Weight)}";
        return $"{Shown.Score(outline.Score)}：{side}，{why}；{reviews}。";
    }

    private static string List(IReadOnlyList<(ReasonTheme Theme, double Points)> themes)
    {
        string[] named = [.. themes.Select(theme => $"{Words(theme.Theme)}（{(theme.Points > 0 ? '+' : '−')}{Shown.Score(Math.Abs(theme.Points))}）")];
        return named.Length < 2 ? string.Concat(named) : $"{string.Join('、', named[..^1])}和{named[^1]}";
    }

    private static string Words(ReasonTheme theme) => theme switch
    {
        ReasonTheme.Offer => "售票与试听方式",
        ReasonTheme.FirstLive => "主讲人首次开讲",
        ReasonTheme.Bounds => "星级上下限",
        ReasonTheme.Seats => "座位与听众",
        ReasonTheme.Calendar => "日期",
        ReasonTheme.Length => "时长",
        ReasonTheme.Messages => "直播消息",
        ReasonTheme.Reviews => "评价数与点赞数",
        ReasonTheme.Portrait => "头像",
        ReasonTheme.Price => "价格",
        ReasonTheme.EarlierLives => "主讲人往期直播",
        ReasonTheme.Profile => "主讲人资料",
        ReasonTheme.Tag => "标签",
        ReasonTheme.Said => "现有评价",
        _ => "其他因素",
    };
}
