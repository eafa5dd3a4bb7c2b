using LiveQuality.Crawler.Records;

namespace LiveQuality.Worker.Http.Reading;

/// <summary>What a rule has set aside.</summary>
/// <param name="Rule">Its name.</param>
/// <param name="Count">How many entries.</param>
/// <param name="Examples">A few of them, without payload.</param>
internal sealed record QuarantineRule(string Rule, long Count, IReadOnlyList<QuarantineEntry> Examples);
