namespace LiveQuality.Crawler.Records;

/// <summary>One fetch of an address, as its history keeps it.</summary>
/// <param name="At">When it ended, UTC.</param>
/// <param name="Outcome">What it gave: <c>fetched</c>, <c>unchanged</c>, <c>gone</c>, or the reason of a failure in one line.</param>
/// <param name="Status">HTTP status of the last answer; null where none came.</param>
/// <param name="Bytes">Bytes of the body as transferred.</param>
/// <param name="RunId">The run that fetched; null where none was noted.</param>
public sealed record Visit(DateTimeOffset At, string Outcome, int? Status, long Bytes, string? RunId);
