namespace LiveQuality.Crawler.Cleaning.Rules;

/// <summary>
/// A person's key is the 32-hex member id, since names and tokens change; only where a view gives no id (a table) it is the token.
/// An anonymous person has no key; any other id is set aside, since nobody knows whose record it would spoil.
/// </summary>
internal sealed class SpeakerKeyRule : ICleaningRule<SpeakerDraft>
{
    internal const string TokenPrefix = "token:";

    public string Name => "speaker-key";

    public CleanResult<SpeakerDraft> Apply(SpeakerDraft draft) => draft switch
    {
        { MemberId: MemberId.Anonymous } => CleanResult<SpeakerDraft>.Keep(draft with { Key = null }),
        { MemberId: null or "", UrlToken: null or "" } => CleanResult<SpeakerDraft>.Quarantine(Name, "the speaker has neither id nor url_token"),
        { MemberId: null or "" } => CleanResult<SpeakerDraft>.Keep(draft with { Key = TokenPrefix + draft.UrlToken }),
        _ when MemberId.IsValid(draft.MemberId) => CleanResult<SpeakerDraft>.Keep(draft with { Key = MemberId.Lower(draft.MemberId) }),
        _ => CleanResult<SpeakerDraft>.Quarantine(Name, $"the speaker's id is {Shown.Text(draft.MemberId)}, not 32 hex digits"),
    };
}
