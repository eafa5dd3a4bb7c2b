namespace LiveQuality.Worker.Hosting;

/// <summary>Opens the store when the service starts, however long that takes.</summary>
internal sealed class StoreOpener(StoreGate gate) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => gate.WaitAsync(stoppingToken);
}
