namespace LiveQuality.Crawler.Cleaning.Rules;

/// <summary>A review's author is a 32-hex member id; anonymous and missing authors are unknown; any other id is set aside.</summary>
internal sealed class AuthorRule : ICleaningRule<ReviewDraft>
{
    public string Name => "author";

    public CleanResult<ReviewDraft> Apply(ReviewDraft draft) => draft.AuthorId switch
    {
        null => CleanResult<ReviewDraft>.Keep(draft),
        MemberId.Anonymous or "" => CleanResult<ReviewDraft>.Keep(draft with { AuthorId = null }),
        { } id when MemberId.IsValid(id) => CleanResult<ReviewDraft>.Keep(draft with { AuthorId = MemberId.Lower(id) }),
        { } id => CleanResult<ReviewDraft>.Quarantine(Name, $"author.member.id is {Shown.Text(id)}, not 32 hex digits"),
    };
}
