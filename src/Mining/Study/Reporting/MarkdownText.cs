using System.Text;

namespace LiveQuality.Mining.Study.Reporting;

/// <summary>Text that Markdown shows as it stands (CommonMark 0.31, section 2.4; GFM's tables and autolinks).</summary>
internal static class MarkdownText
{
    private const string Special = @"\`*[]<>|~&$@";

    /// <summary>Escapes a text so that it stays one line of plain text, in a paragraph or a cell.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            var sign = text[index];
            if (char.IsControl(sign) || sign is '\u2028' or '\u2029')
            {
                escaped.Append(' ');
                continue;
            }

            if (Special.Contains(sign, StringComparison.Ordinal) || Emphasises(text, index) || Links(text, index))
            {
                escaped.Append('\\');
            }

            escaped.Append(sign);
        }

        return escaped.ToString();
    }

    /// <summary>A fence of backticks that nothing inside can close.</summary>
    public static string Fence(string text)
    {
        int longest = 0, run = 0;
        foreach (var sign in text)
        {
            run = sign == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return new string('`', Math.Max(3, longest + 1));
    }

    // An underscore inside a word is only that, as in review_count.
    private static bool Emphasises(string text, int index) =>
        text[index] == '_' && !(index > 0 && index + 1 < text.Length && char.IsLetterOrDigit(text[index - 1]) && char.IsLetterOrDigit(text[index + 1]));

    // GFM makes links of bare http://… and www.… .
    private static bool Links(string text, int index) =>
        (text[index] == ':' && index + 1 < text.Length && text[index + 1] == '/')
        || (text[index] == '.' && index >= 3 && text.AsSpan(index - 3, 3).Equals("www", StringComparison.OrdinalIgnoreCase));
}
