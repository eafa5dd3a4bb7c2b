namespace LiveQuality.Crawler.Fetching;

/// <summary>Decides when a request may go out. Every attempt passes it: retries and redirects too.</summary>
internal interface IHostGate
{
    /// <summary>Waits for the host's turn. Whoever is let in holds the host alone until <see cref="LeaveAsync"/>.</summary>
    /// <returns>Null when the request may be sent now; else why not, and then there is nothing to leave.</returns>
    Task<Withheld?> EnterAsync(Uri address, CancellationToken cancellationToken);

    /// <summary>Tells what came of the request and lets the next one in. Always called after an entry, also after a failure or a cancellation; it never waits.</summary>
    Task LeaveAsync(Uri address, GateExit exit);
}
