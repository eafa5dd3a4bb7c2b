using System.Buffers;
using System.Text;

namespace LiveQuality.Crawler.Cleaning.Rules;

/// <summary>
/// One form for all texts: line breaks are LF, control characters are gone (the site has U+0008 and U+008B, on which writers of XML throw),
/// and so is the blank tail. Everything else stays as it was written: tabs, full-width digits, U+3000 inside, emoji.
/// </summary>
internal static class CleanText
{
    private static readonly SearchValues<char> Controls = SearchValues.Create(
        [.. Enumerable.Range(0, 0xA0).Select(c => (char)c).Where(IsRemoved), '\r']);

    public static string? Of(string? text)
    {
        if (text is null)
        {
            return null;
        }

        if (!text.AsSpan().ContainsAny(Controls))
        {
            return text.TrimEnd();
        }

        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\r')
            {
                clean.Append('\n');
                i += i + 1 < text.Length && text[i + 1] == '\n' ? 1 : 0;
            }
            else if (!IsRemoved(c))
            {
                clean.Append(c);
            }
        }

        return clean.ToString().TrimEnd();
    }

    private static bool IsRemoved(char c) => char.IsControl(c) && c is not ('\t' or '\n' or '\r');
}
