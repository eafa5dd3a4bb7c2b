namespace LiveQuality.Mining.Features.Rich;

/// <summary>Names of the columns of a <see cref="RichTable"/>, which go beyond the study's.</summary>
public static class RichFeatures
{
    /// <summary>Columns that need no score of any live: the study's, <see cref="DerivedFeatures"/>, <see cref="SpeakerLives"/>.</summary>
    internal static IReadOnlyList<string> WithoutScores { get; } = [.. StudyFeatures.All, .. DerivedFeatures.Names, .. SpeakerLives.Names];

    /// <summary>All columns, in the table's order: <see cref="WithoutScores"/>, then <see cref="SpeakerScores"/> and <see cref="TagScores"/>.</summary>
    public static IReadOnlyList<string> All { get; } = [.. WithoutScores, .. SpeakerScores.Names, .. TagScores.Names];

    /// <summary>The columns that are known before a live starts, in the same order. Of earlier lives everything is known.</summary>
    internal static IReadOnlyList<string> KnownBefore { get; } =
    [
        .. StudyFeatures.All.Where(name => !StudyFeatures.AfterTheLive.Contains(name)),
        .. DerivedFeatures.Before,
        .. SpeakerLives.Before,
        .. SpeakerScores.Names,
        .. TagScores.Names,
    ];

    /// <summary>Columns whose numbers are names, not sizes.</summary>
    internal static IReadOnlyList<string> Categories { get; } = [StudyFeatures.Tag, "source", "user_type"];
}
