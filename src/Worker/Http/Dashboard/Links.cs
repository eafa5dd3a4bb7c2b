using System.Globalization;
using LiveQuality.Worker.Http.Dashboard.Language;

namespace LiveQuality.Worker.Http.Dashboard;

/// <summary>Addresses of the pages of one thing, and what to call it.</summary>
internal static class Links
{
    public static string Live(string id) => $"/lives/{Uri.EscapeDataString(id)}";

    public static string Speaker(string id) => $"/speakers/{Uri.EscapeDataString(id)}";

    public static string Model(string id) => $"/models/{Uri.EscapeDataString(id)}";

    public static string Tag(string name) => $"/{QueryString.Create(LiveFilter.Tag, name)}#lives";

    /// <summary>A live's title, or its id where it has none.</summary>
    public static string TitleOf(string? subject, string id, Visitor here) => string.IsNullOrWhiteSpace(subject) ? here.Say(TodayWords.Untitled, id) : subject;

    /// <summary>A name as stored (<c>reviewCount</c>, <c>review_count</c>) as words.</summary>
    public static string Words(string name)
    {
        var words = new System.Text.StringBuilder(name.Length + 4);
        foreach (var character in name)
        {
            if (char.IsAsciiLetterUpper(character))
            {
                words.Append(' ').Append(char.ToLower(character, CultureInfo.InvariantCulture));
            }
            else
            {
                words.Append(character == '_' ? ' ' : character);
            }
        }

        return words.ToString();
    }
}
