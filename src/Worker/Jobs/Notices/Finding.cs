namespace LiveQuality.Worker.Jobs.Notices;

/// <summary>Something that a job came upon and that somebody should hear of.</summary>
/// <param name="Kind">One of <see cref="Crawler.Records.NoticeKinds"/>.</param>
/// <param name="About">What it is about: the same matter again is the same notice.</param>
/// <param name="Text">One line.</param>
internal sealed record Finding(string Kind, string About, string Text)
{
    /// <summary>Id of the notice.</summary>
    public string Id => $"{Kind}:{About}";
}
