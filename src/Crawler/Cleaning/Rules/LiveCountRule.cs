namespace LiveQuality.Crawler.Cleaning.Rules;

/// <summary>A live's counts are zero or more. More tickets taken than there are seats is normal: tickets sell on after the end.</summary>
internal sealed class LiveCountRule : ICleaningRule<LiveDraft>
{
    private static readonly CountCheck<LiveDraft> Counts = new(
        ("duration", draft => draft.Duration),
        ("seats.taken", draft => draft.SeatsTaken),
        ("seats.max", draft => draft.SeatsMax),
        ("liked_num", draft => draft.LikedNum),
        ("speaker_message_count", draft => draft.SpeakerMessageCount),
        ("speaker_audio_message_count", draft => draft.SpeakerAudioMessageCount),
        ("reply_message_count", draft => draft.ReplyMessageCount),
        ("attachment_count", draft => draft.AttachmentCount),
        ("audition_message_count", draft => draft.AuditionMessageCount),
        ("review.count", draft => draft.ReviewCount));

    public string Name => "live-count";

    public CleanResult<LiveDraft> Apply(LiveDraft draft) => Counts.Apply(Name, draft);
}
