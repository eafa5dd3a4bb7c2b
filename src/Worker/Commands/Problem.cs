using LiveQuality.Crawler.Crawling;
using LiveQuality.Worker.Output;

namespace LiveQuality.Worker.Commands;

/// <summary>A step that ended, but not well: what it got is stored, and it is a failure all the same.</summary>
internal static class Problem
{
    /// <param name="problem">One line; null where all went well.</param>
    /// <param name="code">The exit code where it did not.</param>
    /// <returns>The exit code.</returns>
    public static int Report(string? problem, int code = ExitCode.Failed)
    {
        if (problem is null)
        {
            return ExitCode.Done;
        }

        Console.Error.WriteLine($"livequality: {Printable.OneLine(problem)}");
        return code;
    }

    /// <returns>The exit code, which says why a crawl is not whole: a schedule has to tell a captcha from an outage.</returns>
    public static int Report(CrawlReport report)
    {
        var code = Report(report.Problem);
        return report.End switch
        {
            CrawlEnd.Refused => ExitCode.Refused,
            CrawlEnd.Forbidden => ExitCode.Forbidden,
            CrawlEnd.Paused => ExitCode.Paused,
            _ => code,
        };
    }
}
