namespace LiveQuality.Mining.Features;

/// <summary>Columns of what is written about a live before it starts: how long its title and description are and of what kind. Not the words: a few thousand lives are too few to learn words from.</summary>
public static class TextFeatures
{
    private static readonly (string Name, Func<string, double> Read)[] OfTitle =
    [
        ("title_length", title => title.Length),
        ("title_digits", title => title.Count(char.IsDigit)),
        ("title_latin", title => title.Count(char.IsAsciiLetter)),
        ("title_question", title => title.AsSpan().ContainsAny('?', '？') ? 1 : 0),
        ("title_exclaims", title => title.AsSpan().ContainsAny('!', '！') ? 1 : 0),
        ("title_quotes", title => title.AsSpan().ContainsAny('「', '《', '"') ? 1 : 0),
    ];

    private static readonly (string Name, Func<string, double> Read)[] OfDescription =
    [
        ("description_log_length", text => Math.Log(1 + text.Length)),
        ("description_lines", text => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Length),
    ];

    /// <summary>All columns: length of the title, its digits, Latin letters, question and exclamation marks and quotation marks (1 or 0), log of the description's length, its lines.</summary>
    public static IReadOnlyList<string> All { get; } = [.. OfTitle.Concat(OfDescription).Select(column => column.Name)];

    /// <summary>Reads all columns.</summary>
    /// <param name="title">The title; null where unknown.</param>
    /// <param name="description">What the speaker says the live is about; null where unknown.</param>
    /// <returns>One value a column of <see cref="All"/>, in that order; null where unknown.</returns>
    internal static double?[] Read(string? title, string? description) =>
    [
        .. OfTitle.Select(column => title is null ? (double?)null : column.Read(title)),
        .. OfDescription.Select(column => description is null ? (double?)null : column.Read(description)),
    ];
}
