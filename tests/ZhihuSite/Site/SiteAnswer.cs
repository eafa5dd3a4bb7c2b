namespace LiveQuality.ZhihuSite.Site;

/// <param name="Status">HTTP status.</param>
/// <param name="ContentType">With the character set.</param>
/// <param name="Body">As sent.</param>
internal sealed record SiteAnswer(int Status, string ContentType, byte[] Body);
