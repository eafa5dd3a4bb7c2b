namespace LiveQuality.Crawler.Cleaning.Rules;

/// <summary>A ticket's kind is a small number: 0, 2 and 3 so far.</summary>
internal sealed class TicketRule : ICleaningRule<ReviewDraft>
{
    public string Name => "ticket";

    public CleanResult<ReviewDraft> Apply(ReviewDraft draft) => draft.TicketId is null or (>= 0 and <= int.MaxValue)
        ? CleanResult<ReviewDraft>.Keep(draft)
        : CleanResult<ReviewDraft>.Quarantine(Name, $"author.badge.id is {Shown.Number(draft.TicketId)}");
}
