namespace LiveQuality.Crawler.Fetching.Politeness;

/// <summary>What a host's robots.txt says, fetched when it is not known or too old. Used by one caller at a time.</summary>
internal sealed class HostRobots(GateSettings settings, HostLedger ledger, RobotsDownload download, TimeProvider time)
{
    private RobotsCopy _copy = new(ledger.Host, settings.Product, settings.RobotsRetry);

    /// <summary>The time between requests that the file asks for; null when it asks for none or is not obeyed.</summary>
    public TimeSpan? Delay => settings.ObeyRobots ? _copy.Delay : null;

    /// <summary>Whether an address may be asked.</summary>
    /// <returns>Null when it may; else why not.</returns>
    public async Task<Withheld?> CheckAsync(Uri address, CancellationToken cancellationToken)
    {
        if (!settings.ObeyRobots)
        {
            return null;
        }

        if (!_copy.IsFresh(time.GetUtcNow()))
        {
            var (withheld, answer) = await download.ReadAsync(cancellationToken);
            if (withheld is not null)
            {
                return withheld;
            }

            await LearnAsync(answer, cancellationToken);
        }

        return _copy.Judge(address);
    }

    /// <summary>Takes over a file that another process has fetched.</summary>
    public void Refresh()
    {
        if (ledger.Host.RobotsFetchedAt != _copy.FetchedAt)
        {
            _copy = new RobotsCopy(ledger.Host, settings.Product, settings.RobotsRetry);
        }
    }

    private async Task LearnAsync(RobotsAnswer answer, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var status = answer.Exit.Status;
        if (!RobotsCopy.Settles(status) && _copy.TryProlong(now))
        {
            return;
        }

        var text = RobotsCopy.IsFile(status) ? RobotsTxt.Decode(answer.Body.Span) : null;
        ledger.Change(host => host with { RobotsFetchedAt = now, RobotsStatus = status, RobotsText = text });
        Refresh();
        await ledger.SaveAsync(cancellationToken);
    }
}
