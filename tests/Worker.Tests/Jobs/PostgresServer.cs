using System.Diagnostics;

namespace LiveQuality.Worker.Tests.Jobs;

/// <summary>A PostgreSQL server of one test, on 127.0.0.1 and in a folder of its own. It refuses to run as root, so root lends it the user postgres.</summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    private const string Binaries = "/usr/lib/postgresql/15/bin";

    private readonly string _folder = Directory.CreateTempSubdirectory("livequality-pg-").FullName;
    private readonly int _port = Service.FreePort();

    public static bool IsInstalled => File.Exists($"{Binaries}/initdb");

    public string ConnectionString => $"Host=127.0.0.1;Port={_port};Database=postgres;Username=postgres";

    public async Task StartAsync()
    {
        if (Environment.IsPrivilegedProcess)
        {
            await RunAsync("chown", "postgres", _folder);
        }

        await AsUserAsync($"{Binaries}/initdb", "-D", $"{_folder}/data", "-U", "postgres", "--auth=trust", "--no-sync");
        await AsUserAsync($"{Binaries}/pg_ctl", "-D", $"{_folder}/data", "-w", "-l", $"{_folder}/log", "-o", $"-p {_port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off", "start");
    }

    public async ValueTask DisposeAsync()
    {
        if (Directory.Exists($"{_folder}/data"))
        {
            await AsUserAsync($"{Binaries}/pg_ctl", "-D", $"{_folder}/data", "-m", "immediate", "-w", "stop");
        }

        Directory.Delete(_folder, recursive: true);
    }

    private static Task AsUserAsync(params string[] command) => Environment.IsPrivilegedProcess ? RunAsync("runuser", ["-u", "postgres", "--", .. command]) : RunAsync(command[0], command[1..]);

    private static async Task RunAsync(string program, params string[] arguments)
    {
        // Its streams are not ours: the server that it starts keeps them open.
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", "exec \"$@\" >/dev/null 2>&1 </dev/null", "sh", program, .. arguments]) { WorkingDirectory = "/tmp" })!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}");
        }
    }
}
