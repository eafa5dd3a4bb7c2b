using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Zhihu;

namespace LiveQuality.Crawler.Cleaning;

/// <summary>Collects what becomes of items.</summary>
internal sealed class BatchBuilder(DateTimeOffset observedAt)
{
    private readonly List<Live> _lives = [];
    private readonly List<Speaker> _speakers = [];
    private readonly List<Review> _reviews = [];
    private readonly List<Portrait> _portraits = [];
    private readonly List<QuarantineEntry> _quarantine = [];

    public CleanBatch Build() => new(_lives, _speakers, _reviews, _portraits, _quarantine);

    public void Add(LiveDraft live)
    {
        _lives.Add(ToRecord.Live(live, observedAt));
        if (live.Speaker is { } speaker)
        {
            Add(speaker);
        }

        foreach (var cospeaker in live.Cospeakers ?? [])
        {
            Add(cospeaker);
        }
    }

    public void Add(SpeakerDraft speaker)
    {
        if (speaker.Key is null)
        {
            return; // An anonymous speaker of a live, whose record says "unknown".
        }

        var picture = PortraitAddress.Parse(speaker.AvatarUrl);
        var portraitId = picture?.IsDefault == false ? picture.Id : null;
        _speakers.Add(ToRecord.Speaker(speaker, speaker.Key, portraitId, observedAt));
        if (portraitId is not null)
        {
            _portraits.Add(new Portrait { Id = portraitId, Url = speaker.AvatarUrl!, ObservedAt = observedAt });
        }
    }

    public void Add(ReviewDraft review) => _reviews.Add(ToRecord.Review(review, observedAt));

    public void Add(QuarantineEntry entry) => _quarantine.Add(entry);

    public void Add(string kind, string rule, string reason, string payload, string? context, string origin) =>
        Add(Quarantined.Entry(kind, rule, reason, payload, context, origin, observedAt));
}
