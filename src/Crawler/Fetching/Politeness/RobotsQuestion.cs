namespace LiveQuality.Crawler.Fetching.Politeness;

/// <summary>Asks for robots.txt over the crawl's own way out, bounded as every request is. The gate that wants to know has seen to pace and budget.</summary>
internal sealed class RobotsQuestion : IHostGate
{
    private readonly Attempt _attempt;
    private GateExit _exit;

    /// <param name="client">The way out, with the name that the crawler goes by.</param>
    /// <param name="options">How long and how much.</param>
    /// <param name="time">Clock of the limit.</param>
    public RobotsQuestion(HttpClient client, FetchOptions options, TimeProvider time) => _attempt = new Attempt(client, this, options, time);

    /// <summary>Sends one request; never throws for what the other side does.</summary>
    public async Task<RobotsAnswer> AskAsync(Uri address, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await _attempt.MakeAsync(address, known: null, new Traffic(), cancellationToken);
            var body = answer.Body.AsMemory(0, Math.Min(answer.Body.Length, RobotsTxt.LargestFile + 1));
            return answer.Defect is null ? new RobotsAnswer(_exit, body, answer.Location) : new RobotsAnswer(_exit with { Status = null });
        }
        catch (Exception e) when (TransportProblem.Is(e))
        {
            return new RobotsAnswer(_exit);
        }
    }

    Task<Withheld?> IHostGate.EnterAsync(Uri address, CancellationToken cancellationToken)
    {
        _exit = default;
        return Task.FromResult<Withheld?>(null);
    }

    Task IHostGate.LeaveAsync(Uri address, GateExit exit)
    {
        _exit = exit;
        return Task.CompletedTask;
    }
}
