namespace LiveQuality.ZhihuSite.Worlds;

/// <param name="Id">Digits.</param>
/// <param name="Author">Null when anonymous.</param>
/// <param name="Score">1..5.</param>
/// <param name="CreatedAt">Unix seconds.</param>
/// <param name="IsEdited">Whether <c>updated_at</c> repeats <c>created_at</c>; otherwise it is 0.</param>
/// <param name="Content">Empty for a rating alone.</param>
/// <param name="Ticket">0, 2 or 3.</param>
/// <param name="IsGift">Whether the ticket was a present.</param>
internal sealed record WorldReview(string Id, WorldReviewer? Author, int Score, long CreatedAt, bool IsEdited, string Content, int Ticket, bool IsGift);

/// <param name="Id">32 hex digits.</param>
/// <param name="Name">Display name.</param>
/// <param name="UrlToken">Last part of the profile's address.</param>
/// <param name="Headline">Often empty.</param>
/// <param name="Avatar">Path of the picture without size and ending.</param>
/// <param name="Gender">1, 0 or -1.</param>
/// <param name="IsBestAnswerer">Whether the author has a badge.</param>
internal sealed record WorldReviewer(string Id, string Name, string UrlToken, string Headline, string Avatar, int Gender, bool IsBestAnswerer);
