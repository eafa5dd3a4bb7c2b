namespace LiveQuality.Crawler.Zhihu;

/// <summary>What a parser made of an answer's body: a value, or the problem that kept it from one. Dirt never throws.</summary>
/// <typeparam name="T">The value.</typeparam>
/// <param name="Value">The value; null where there is a problem.</param>
/// <param name="Problem">The problem; null where there is a value.</param>
public sealed record Parsed<T>(T? Value, PageProblem? Problem)
    where T : class
{
    internal static Parsed<T> Of(T value) => new(value, null);

    internal static Parsed<T> Not(PageProblemKind kind, string reason, long? code = null) => new(null, new PageProblem(kind, reason, code));

    internal static Parsed<T> Not(PageProblem problem) => new(null, problem);
}
