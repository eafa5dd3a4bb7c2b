using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace LiveQuality.Worker.Steps.Scores;

/// <summary>Where a page ended: the last live's place in the order, not its number, so that the next page goes on right there in a newer board too.</summary>
/// <param name="Order">The order of the list.</param>
/// <param name="Key">The last live's value in it, as <see cref="BoardColumn"/> keeps it.</param>
/// <param name="Id">The last live.</param>
internal sealed record LiveCursor(LiveOrder Order, long Key, string Id)
{
    private const int Parts = 3;
    private const int MaxCharacters = 512;

    /// <returns>Null where the text is no cursor.</returns>
    public static LiveCursor? Find(string text)
    {
        if (text.Length is 0 or > MaxCharacters || !Base64Url.IsValid(text))
        {
            return null;
        }

        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split('\n', Parts);
        return parts.Length == Parts
            && LiveOrder.Find(parts[0]) is { } order
            && long.TryParse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var key)
            ? new LiveCursor(order, key, parts[2])
            : null;
    }

    /// <summary>As people carry it: base64url.</summary>
    public override string ToString() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Order}\n{Key}\n{Id}")));
}
