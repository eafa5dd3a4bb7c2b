using System.Collections.Frozen;

namespace LiveQuality.Mining.Study.Analysis;

/// <summary>Common words that say nothing about a text; single characters are dropped anyway.</summary>
internal static class StopWords
{
    private const string Chinese = """
        我们 你们 他们 她们 它们 大家 自己 别人 这个 那个 这些 那些 这样 那样 这里 那里 这么 那么 什么 怎么 怎样 如何 为什么 哪些 哪里 多少 几个 一个 一种 一些 一下 一点 一样 一直
        一次 第一 没有 不是 不会 不能 不要 不过 不同 可以 可能 能够 应该 需要 就是 还是 只是 都是 也是 但是 可是 而且 并且 或者 以及 因为 所以 因此 如果 虽然 然后 然而 其实 其中
        其他 于是 由于 对于 关于 至于 通过 根据 按照 为了 之间 之前 之后 以前 以后 时候 现在 已经 正在 将会 比较 非常 很多 许多 更多 最后 只有 只要 除了 还有 这种 那种 是否 以上
        以下 所有 每个 各种 各个 进行 作为 成为 之一 来说 起来 出来 的话 等等 有些 有的 真的 特别 一定 觉得 感觉 知道 本次 此次 这次
        """;

    private const string English = "the an and or of to in on for with is are be it this that as at by from you we not but can how what your our";

    /// <summary>The words, Latin ones in lower case.</summary>
    public static FrozenSet<string> All { get; } =
        $"{Chinese} {English}".Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToFrozenSet(StringComparer.Ordinal);
}
