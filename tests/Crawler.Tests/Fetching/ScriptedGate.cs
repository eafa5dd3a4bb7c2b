using LiveQuality.Crawler.Fetching;

namespace LiveQuality.Crawler.Tests.Fetching;

/// <summary>A gate that remembers who passed, and answers from a script: null lets in. Being the host's only one is checked, not assumed.</summary>
internal sealed class ScriptedGate(params Withheld?[] script) : IHostGate
{
    private bool _isTaken;

    public List<Uri> Entered { get; } = [];

    public List<GateExit> Exits { get; } = [];

    /// <summary>What happens while somebody waits for the turn.</summary>
    public Func<CancellationToken, Task> Wait { get; init; } = _ => Task.CompletedTask;

    public async Task<Withheld?> EnterAsync(Uri address, CancellationToken cancellationToken)
    {
        await Wait(cancellationToken);
        var withheld = script.ElementAtOrDefault(Entered.Count);
        Entered.Add(address);
        if (withheld is null)
        {
            _isTaken = !_isTaken ? true : throw new InvalidOperationException("entered while somebody is inside");
        }

        return withheld;
    }

    public Task LeaveAsync(Uri address, GateExit exit)
    {
        _isTaken = _isTaken ? false : throw new InvalidOperationException("left without having entered");
        Exits.Add(exit);
        return Task.CompletedTask;
    }
}
