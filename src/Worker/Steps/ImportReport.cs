using LiveQuality.Crawler.Storage;

namespace LiveQuality.Worker.Steps;

/// <summary>What an import did.</summary>
/// <param name="File">The file.</param>
/// <param name="ObservedAt">What the file's values are dated: not before its newest live was announced.</param>
/// <param name="Rows">Rows read.</param>
/// <param name="Lives">What became of lives.</param>
/// <param name="Speakers">What became of speakers.</param>
/// <param name="Quarantined">Rows set aside.</param>
/// <param name="FirstReason">Why the first of them was; null where there is none.</param>
internal sealed record ImportReport(
    string File, DateTimeOffset ObservedAt, int Rows, UpsertCounts Lives, UpsertCounts Speakers, int Quarantined, string? FirstReason) : ICounted
{
    /// <summary>One line where no row of the file is a live; null otherwise.</summary>
    public string? Problem => Quarantined == Rows ? $"{File}: none of its {Rows} rows is a live; {FirstReason}" : null;

    IReadOnlyDictionary<string, long> ICounted.Counts => new Dictionary<string, long>
    {
        ["rows"] = Rows,
        ["livesAdded"] = Lives.Added,
        ["livesChanged"] = Lives.Changed,
        ["speakersAdded"] = Speakers.Added,
        ["speakersChanged"] = Speakers.Changed,
        ["quarantined"] = Quarantined,
    };
}
