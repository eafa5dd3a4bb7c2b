namespace LiveQuality.Worker.Jobs.Notices;

/// <summary>What a webhook gets.</summary>
/// <param name="Id">The matter: the same again is the same notice.</param>
/// <param name="Kind">One of <see cref="Crawler.Records.NoticeKinds"/>.</param>
/// <param name="Text">One line for people; the name by which chat services take it, too.</param>
/// <param name="RunId">The run that came upon it.</param>
/// <param name="RaisedAt">When, UTC.</param>
internal sealed record NoticeMessage(string Id, string Kind, string Text, string? RunId, DateTimeOffset RaisedAt);
