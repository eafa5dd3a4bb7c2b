using LiveQuality.Crawler.Records;

namespace LiveQuality.Crawler.Cleaning;

/// <summary>What came out of cleaning. Every item that went in is one record of its kind or one quarantine entry; the speakers of lives come on top.</summary>
/// <param name="Lives">Lives, in the order of the items; one that the site sent twice is here twice.</param>
/// <param name="Speakers">People, from lives or on their own; one that speaks in several lives is here several times.</param>
/// <param name="Reviews">Reviews.</param>
/// <param name="Portraits">Portraits of the speakers; default pictures are none.</param>
/// <param name="Quarantine">Whatever could not become a record.</param>
public sealed record CleanBatch(
    IReadOnlyList<Live> Lives,
    IReadOnlyList<Speaker> Speakers,
    IReadOnlyList<Review> Reviews,
    IReadOnlyList<Portrait> Portraits,
    IReadOnlyList<QuarantineEntry> Quarantine)
{
    /// <summary>Nothing at all.</summary>
    public static CleanBatch Empty { get; } = new([], [], [], [], []);
}
