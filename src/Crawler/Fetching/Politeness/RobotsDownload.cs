namespace LiveQuality.Crawler.Fetching.Politeness;

/// <summary>
/// Fetches robots.txt, each request in its turn. Five redirects on the same host are followed; one that leads off the host is not, as no request ever
/// leaves the host it was meant for. RFC 9309, section 2.3.1.2, would allow to take that for "no rules"; here it counts as "could not be had".
/// </summary>
/// <param name="site">The host.</param>
/// <param name="enter">Waits for a turn; not null when none will come.</param>
/// <param name="leave">Ends the turn.</param>
/// <param name="ask">Sends one request. It never throws for what the other side does.</param>
/// <param name="time">Clock of the pauses between attempts.</param>
internal sealed class RobotsDownload(
    Uri site,
    Func<CancellationToken, Task<Withheld?>> enter,
    Func<GateExit, Task> leave,
    Func<Uri, CancellationToken, Task<RobotsAnswer>> ask,
    TimeProvider time)
{
    private const int Attempts = 3;
    private const int MostRedirects = 5;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);

    /// <summary>Fetches the file, three times where an answer may come later.</summary>
    /// <returns>The last answer; or why nothing was asked.</returns>
    public async Task<(Withheld? Withheld, RobotsAnswer Answer)> ReadAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (withheld, answer) = await FollowAsync(cancellationToken);
            if (withheld is not null || attempt == Attempts || answer.Exit.Status is not (null or 408 or 429 or >= 500))
            {
                return (withheld, answer);
            }

            await Task.Delay(FirstPause * attempt, time, cancellationToken);
        }
    }

    private async Task<(Withheld? Withheld, RobotsAnswer Answer)> FollowAsync(CancellationToken cancellationToken)
    {
        var address = new Uri(site, RobotsTxt.Path);
        for (var redirects = 0; ; redirects++)
        {
            if (await enter(cancellationToken) is { } withheld)
            {
                return (withheld, new RobotsAnswer(default));
            }

            var answer = await AskAsync(address, cancellationToken);
            if (answer is not { Exit.Status: 301 or 302 or 303 or 307 or 308, Location: { } location } || redirects == MostRedirects)
            {
                return (null, answer);
            }

            address = new Uri(address, location);
            if (address.Scheme != site.Scheme || address.Authority != site.Authority)
            {
                return (null, answer);
            }
        }
    }

    private async Task<RobotsAnswer> AskAsync(Uri address, CancellationToken cancellationToken)
    {
        var exit = default(GateExit);
        try
        {
            var answer = await ask(address, cancellationToken);
            exit = answer.Exit;
            return answer;
        }
        finally
        {
            await leave(exit);
        }
    }
}
