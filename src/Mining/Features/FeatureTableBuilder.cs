using LiveQuality.Crawler.Records;

namespace LiveQuality.Mining.Features;

/// <summary>Collects records, one live at a time, into a <see cref="FeatureTable"/>. Keeps numbers only, so that any number of lives may stream through.</summary>
/// <param name="portraits">Whether the table has the columns of <see cref="PortraitFeatures"/>.</param>
public sealed class FeatureTableBuilder(bool portraits = false)
{
    private readonly IReadOnlyList<string> _columns = [.. StudyFeatures.All, .. TextFeatures.All, .. portraits ? PortraitFeatures.All : []];
    private readonly SortedDictionary<string, FeatureRow> _rows = new(StringComparer.Ordinal);

    /// <summary>Adds one live.</summary>
    /// <param name="live">The live.</param>
    /// <param name="speaker">Its speaker, or null where unknown.</param>
    /// <param name="face">What is said of the face in the speaker's portrait, or null where nothing is; of no use to a table without portraits.</param>
    /// <exception cref="ArgumentException">The live was added before.</exception>
    public void Add(Live live, Speaker? speaker, FaceResult? face = null)
    {
        double?[] values = [.. StudyFeatures.Read(live, speaker), .. TextFeatures.Read(live.Subject, live.Description), .. portraits ? PortraitFeatures.Read(face) : []];
        if (!_rows.TryAdd(live.Id, new FeatureRow(live.Id, live.SpeakerId, live.CreatedAt?.ToUnixTimeSeconds(), live.StartsAt?.ToUnixTimeSeconds(), values, live.ReviewScore)))
        {
            throw new ArgumentException($"live {live.Id} is in the feature table already", nameof(live));
        }
    }

    /// <summary>The table of what was added so far, sorted by id.</summary>
    public FeatureTable Build() => new([.. _rows.Values], _columns);
}
