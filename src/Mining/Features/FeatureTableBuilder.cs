using LiveQuality.Crawler.Records;

namespace LiveQuality.Mining.Features;

/// <summary>Collects records, one live at a time, into a <see cref="FeatureTable"/>. Keeps numbers only, so that any number of lives may stream through.</summary>
public sealed class FeatureTableBuilder
{
    private readonly SortedDictionary<string, FeatureRow> _rows = new(StringComparer.Ordinal);

    /// <summary>Adds one live.</summary>
    /// <param name="live">The live.</param>
    /// <param name="speaker">Its speaker, or null where unknown.</param>
    /// <exception cref="ArgumentException">The live was added before.</exception>
    public void Add(Live live, Speaker? speaker)
    {
        if (!_rows.TryAdd(live.Id, new FeatureRow(live.Id, live.SpeakerId, StudyFeatures.Read(live, speaker), live.ReviewScore)))
        {
            throw new ArgumentException($"live {live.Id} is in the feature table already", nameof(live));
        }
    }

    /// <summary>The table of what was added so far, sorted by id.</summary>
    public FeatureTable Build() => new([.. _rows.Values]);
}
