using LiveQuality.Mining.Features;

namespace LiveQuality.Mining.Study.Tables;

/// <summary>One live of the study's table.</summary>
/// <param name="Id">The live's id, digit for digit.</param>
/// <param name="Speaker">The speaker's address, or name where the file has no address.</param>
/// <param name="CreatedAt">When the live was announced, Unix seconds; null where blank or not in the file.</param>
/// <param name="StartsAt">When the live starts, Unix seconds.</param>
/// <param name="Features">One number a column of <see cref="StudyFeatures.All"/>, as the file has it; a blank tag is 0, any other blank NaN.</param>
/// <param name="Score">Mean rating 1..5; 0 with fewer than 5 reviews.</param>
/// <param name="Tag">Name of the first tag, null where blank or not in the file.</param>
/// <param name="Texts">Texts by kind; empty where the file has none.</param>
internal sealed record StudyRow(
    string Id, string Speaker, double? CreatedAt, double StartsAt, double[] Features, double Score, string? Tag, IReadOnlyDictionary<StudyText, string> Texts)
{
    /// <summary>Position of a column in <see cref="Features"/>.</summary>
    /// <exception cref="ArgumentException">It is not one of <see cref="StudyFeatures.All"/>.</exception>
    public static int IndexOf(string column) => StudyFeatures.IndexOf(column);
}
