using System.CommandLine;
using LiveQuality.Worker.Http;
using Microsoft.Extensions.Options;

namespace LiveQuality.Worker.Commands;

/// <summary>Asks the service of this machine whether it is ready: for containers, which have no other program to ask with.</summary>
internal static class HealthCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    public static Command Create()
    {
        var address = new Option<string?>("--address") { Description = "Where the service listens (default: what the configuration says)", HelpName = "URL" };
        var command = new Command("health", "Ask the service on this machine whether it is ready; exit code 0 if so") { address };
        command.SetBodyWithoutStore(async (services, parsed, cancellationToken) =>
        {
            var text = parsed.GetValue(address) ?? services.GetRequiredService<IConfiguration>()[$"{HttpOptions.Section}:{nameof(HttpOptions.Address)}"] ?? HttpDefaults.Address;
            if (ListenAddress.Parse(text) is not { } listened)
            {
                throw new OptionsValidationException(Options.DefaultName, typeof(HttpOptions), [$"--address: '{text}' is no address to ask"]);
            }

            // Its certificate is made out to another name, and it is this machine's: no proxy is in between.
            using var handler = new HttpClientHandler { UseProxy = false, CheckCertificateRevocationList = true, ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator };
            using var client = new HttpClient(handler) { Timeout = Patience };
            try
            {
                using var answer = await client.GetAsync(new Uri($"{(listened.IsHttps ? "https" : "http")}://{listened.Nearest}/health/ready"), cancellationToken);
                Console.WriteLine(await answer.Content.ReadAsStringAsync(cancellationToken));
                return answer.IsSuccessStatusCode ? ExitCode.Done : ExitCode.Failed;
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
            {
                return Problem.Report($"no service answers at {text}: {e.GetBaseException().Message}");
            }
        });
        return command;
    }
}
