using System.Text.Json;
using System.Text.Unicode;

namespace LiveQuality.Crawler.Zhihu;

/// <summary>The first look at a body.</summary>
internal static class Body
{
    private const int LongestReason = 200;

    public static bool IsHtml(ReadOnlySpan<byte> body) => Trimmed(body) is [(byte)'<', ..];

    /// <summary>What keeps a body from being read as JSON, as far as that shows without reading it.</summary>
    public static PageProblem? Problem(ReadOnlySpan<byte> body) => Trimmed(body) switch
    {
        [] => new PageProblem(PageProblemKind.Unreadable, "the body is empty"),
        [(byte)'<', ..] => new PageProblem(PageProblemKind.Html, "HTML where JSON was due: a block page or an outage"),
        _ when !Utf8.IsValid(body) => new PageProblem(PageProblemKind.Unreadable, "the body is not UTF-8"),
        _ => null,
    };

    public static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> body) => body.Span.StartsWith("\uFEFF"u8) ? body[3..] : body;

    public static PageProblem Broken(JsonException e) =>
        new(PageProblemKind.Unreadable, $"not JSON at line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1} of it");

    /// <summary>The site's error; null where the block says nothing.</summary>
    public static PageProblem? SiteError(WireError error)
    {
        if (error is { Code: null, Message: null, Name: null })
        {
            return null;
        }

        var code = long.TryParse(error.Code, out var number) ? number : (long?)null;
        return new PageProblem(PageProblemKind.SiteError, OneLine($"the site says {error.Code ?? "no code"} {error.Name} {error.Message}".TrimEnd()), code);
    }

    /// <summary>The site's words end up in a terminal and in the store: one line, of a length that people read.</summary>
    public static string OneLine(string text) =>
        string.Concat((text.Length <= LongestReason ? text : text[..LongestReason] + "…").Select(c => char.IsControl(c) ? ' ' : c));

    private static ReadOnlySpan<byte> Trimmed(ReadOnlySpan<byte> body) =>
        (body.StartsWith("\uFEFF"u8) ? body[3..] : body).TrimStart(" \t\r\n"u8);
}
