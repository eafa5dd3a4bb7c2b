using System.Threading.Channels;

namespace LiveQuality.Crawler.Fetching;

/// <summary>The gate of a recording: nobody is disturbed by asking, so it lets everybody in at once, one after another.</summary>
internal sealed class OpenGate : IHostGate
{
    private readonly Channel<Uri> _inside = Channel.CreateBounded<Uri>(1);

    public async Task<Withheld?> EnterAsync(Uri address, CancellationToken cancellationToken)
    {
        await _inside.Writer.WriteAsync(address, cancellationToken);
        return null;
    }

    public Task LeaveAsync(Uri address, GateExit exit)
    {
        _inside.Reader.TryRead(out _);
        return Task.CompletedTask;
    }
}
