using LiveQuality.Crawler;
using LiveQuality.Crawler.Crawling.Watching;

namespace LiveQuality.Worker.Steps;

/// <summary>A crawl found broken fields, and nobody has said that they are right: nothing is learnt from such records.</summary>
internal sealed class BrokenFieldsException : UserFacingException
{
    /// <summary>For serializers and test doubles.</summary>
    public BrokenFieldsException()
    {
    }

    /// <inheritdoc cref="BrokenFieldsException(string, Exception)"/>
    public BrokenFieldsException(string message)
        : base(message)
    {
    }

    /// <param name="message">One line that names run and field.</param>
    /// <param name="innerException">What was thrown underneath.</param>
    public BrokenFieldsException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <param name="broken">At least one.</param>
    public BrokenFieldsException(IReadOnlyList<BrokenRun> broken)
        : base(Text(broken))
    {
    }

    // The first in full, the others by number: one line.
    private static string Text(IReadOnlyList<BrokenRun> broken)
    {
        var (first, others) = (broken[0], broken.Sum(run => run.Alerts.Count) - 1);
        return $"crawl {first.Run.Id} of {first.Run.Fields!.Site} found a broken field: {first.Alerts[0].Message}"
            + (others > 0 ? $", and {others} more" : string.Empty)
            + "; look at the site, or train with --accept-broken-fields if this is how it is now";
    }
}
