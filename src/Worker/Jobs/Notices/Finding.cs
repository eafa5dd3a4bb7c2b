namespace LiveQuality.Worker.Jobs.Notices;

/// <summary>Something that a run came upon and that somebody should hear of.</summary>
/// <param name="Kind">One of <see cref="Crawler.Records.NoticeKinds"/>.</param>
/// <param name="About">What it is about: the same matter again is the same notice.</param>
/// <param name="Text">One line.</param>
/// <param name="RunId">The run.</param>
internal sealed record Finding(string Kind, string About, string Text, string RunId)
{
    /// <summary>Id of the notice.</summary>
    public string Id => $"{Kind}:{About}";
}
