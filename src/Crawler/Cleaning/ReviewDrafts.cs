using LiveQuality.Crawler.Zhihu;

namespace LiveQuality.Crawler.Cleaning;

/// <summary>Review drafts from what the site sent.</summary>
internal static class ReviewDrafts
{
    public static ReviewDraft From(WireReview review, string liveId) => new()
    {
        Id = review.Id,
        LiveId = liveId,
        AuthorId = review.Author?.Member?.Id,
        Score = review.Score,
        Content = review.Content,
        CreatedAt = review.CreatedAt,
        UpdatedAt = review.UpdatedAt,
        TicketId = review.Author?.Badge?.Id,
        IsGiftReceiver = review.IsGiftReceiver,
    };
}
