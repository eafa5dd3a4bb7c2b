using System.Text;

namespace LiveQuality.Crawler.Fetching.Guarding;

/// <summary>Addresses as people may see them: on one line, not endless, and without the name and password that an address can carry.</summary>
internal static class ShownAddress
{
    private const int Longest = 120;

    /// <param name="address">An absolute address.</param>
    /// <returns>At most 120 characters.</returns>
    public static string Of(Uri address) => Plain(WithoutUserInfo(address).AbsoluteUri, Longest);

    /// <summary>The same address without name and password.</summary>
    /// <param name="address">An absolute address.</param>
    public static Uri WithoutUserInfo(Uri address) =>
        address.UserInfo.Length == 0 ? address : new UriBuilder(address) { UserName = string.Empty, Password = string.Empty }.Uri;

    /// <summary>What somebody else wrote, made fit for a line: every character that is not printable ASCII is escaped.</summary>
    /// <param name="text">Anything.</param>
    /// <param name="longest">Most characters of the result.</param>
    public static string Plain(string text, int longest)
    {
        var plain = new StringBuilder();
        foreach (var character in text)
        {
            var shown = character is >= ' ' and <= '~' ? character.ToString() : $"\\u{(int)character:X4}";
            if (plain.Length + shown.Length > longest - 1)
            {
                return plain.Append('…').ToString();
            }

            plain.Append(shown);
        }

        return plain.ToString();
    }
}
