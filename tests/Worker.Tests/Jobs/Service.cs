using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;

namespace LiveQuality.Worker.Tests.Jobs;

/// <summary>The service as an operator runs it: a process of its own, which can be told to stop and can be killed.</summary>
internal sealed class Service : IAsyncDisposable
{
    private const int SigTerm = 15;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly Process _process;
    private readonly Task<string> _errors;
    private readonly string _store;

    private Service(Process process, string store, Uri address)
    {
        (_process, _store, Address) = (process, store, address);
        _errors = process.StandardError.ReadToEndAsync();
    }

    public Uri Address { get; }

    /// <param name="folder">Where it runs.</param>
    /// <param name="store">Its store.</param>
    /// <param name="settings">Keys of the configuration and their values, and environment variables, whose names have no colon; no job runs by the clock unless they say when.</param>
    public static Service Start(string folder, string store, params (string Key, string Value)[] settings) => StartAt(new Uri($"http://127.0.0.1:{FreePort()}"), folder, store, settings);

    /// <inheritdoc cref="Start"/>
    public static Service StartAt(Uri address, string folder, string store, params (string Key, string Value)[] settings)
    {
        var environment = ClocklessSchedule.Settings.Concat(settings).GroupBy(pair => pair.Key)
            .ToDictionary(values => values.Key.Contains(':', StringComparison.Ordinal) ? $"LIVEQUALITY_CONFIG_{values.Key.Replace(":", "__", StringComparison.Ordinal)}" : values.Key, values => values.Last().Value);
        return new Service(new Commands.Program(folder, environment).Start("serve", "--address", address.ToString().TrimEnd('/'), "--store", store), store, address);
    }

    /// <summary>Looks into the store until it is as wished.</summary>
    public async Task<T> UntilAsync<T>(Func<IRecordStore, Task<T?>> look, CancellationToken cancellationToken)
        where T : class
    {
        for (var clock = Stopwatch.StartNew(); ; await Task.Delay(TimeSpan.FromMilliseconds(250), cancellationToken))
        {
            await using var store = StoreFactory.Create(_store, mustExist: false, TimeProvider.System);
            try
            {
                await store.OpenAsync(cancellationToken);
                if (await look(store) is { } found)
                {
                    return found;
                }
            }
            catch (StoreException) when (clock.Elapsed < Patience)
            {
                // The service is just making it.
            }

            if (clock.Elapsed > Patience || _process.HasExited)
            {
                await KillAsync();
                throw new TimeoutException($"it did not come to that: {await _errors}");
            }
        }
    }

    /// <summary>The first run that is as wished.</summary>
    public Task<Run> UntilRunAsync(Func<Run, bool> isWished, CancellationToken cancellationToken) =>
        UntilAsync(async store => await store.ReadAsync(Collections.Runs, new Query<Run>(), cancellationToken).FirstOrDefaultAsync(isWished, cancellationToken), cancellationToken);

    /// <summary>Asks <c>/health/ready</c> until it answers anything.</summary>
    public async Task<string> UntilReadyAnswersAsync(CancellationToken cancellationToken)
    {
        using var client = new HttpClient { BaseAddress = Address };
        for (var clock = Stopwatch.StartNew(); ; await Task.Delay(TimeSpan.FromMilliseconds(100), cancellationToken))
        {
            try
            {
                using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), cancellationToken);
                return await answer.Content.ReadAsStringAsync(cancellationToken);
            }
            catch (HttpRequestException) when (clock.Elapsed < Patience && !_process.HasExited)
            {
                // It does not listen yet.
            }
        }
    }

    /// <summary>Waits until it ends by itself.</summary>
    public async Task<(int ExitCode, string Errors)> UntilExitAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken).WaitAsync(Patience, cancellationToken);
        return (_process.ExitCode, await _errors);
    }

    /// <summary>SIGTERM, as orchestrators send it.</summary>
    /// <returns>Exit code, how long it took, and what was said on standard error.</returns>
    public async Task<(int ExitCode, TimeSpan Took, string Errors)> StopAsync()
    {
        var clock = Stopwatch.StartNew();
        _ = SendSignal(_process.Id, SigTerm);
        await _process.WaitForExitAsync();
        return (_process.ExitCode, clock.Elapsed, await _errors);
    }

    /// <summary>SIGKILL: nothing is flushed.</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int SendSignal(int process, int signal);
}
