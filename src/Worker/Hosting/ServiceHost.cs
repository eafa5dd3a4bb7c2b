using System.Net;
using System.Net.Sockets;
using LiveQuality.Worker.Http;
using LiveQuality.Worker.Jobs;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace LiveQuality.Worker.Hosting;

/// <summary>The service: the parts of <see cref="Composition"/>, with a scheduler that fires them and a web server that shows them.</summary>
internal static class ServiceHost
{
    /// <summary>How long a stop may take: jobs stop between two batches, requests are answered.</summary>
    public static readonly TimeSpan StopTime = TimeSpan.FromSeconds(10);

    /// <exception cref="OptionsValidationException">An option is unknown, missing or out of its range.</exception>
    public static WebApplication Build(WorkerSettings settings, string? address)
    {
        // Pages and styles lie beside the program, wherever it is started.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddSettings();
        ConfigurationKeys.Check(builder.Configuration);

        builder.Logging.ClearProviders().AddServiceLog();
        builder.AddTelemetry();
        builder.Services.AddLiveQuality(settings).AddHttp().AddSingleton<StoreGate>().AddJobs(builder.Configuration[$"{ScheduleOptions.Section}:{nameof(ScheduleOptions.Cluster)}"]);
        builder.Services.Configure<HttpOptions>(options => options.Address = address ?? options.Address);
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = StopTime);
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.Services.AddOptions<KestrelServerOptions>().Configure<IOptions<HttpOptions>>((kestrel, http) => Listen(kestrel, http.Value));
        builder.Host.UseDefaultServiceProvider(options => options.ValidateOnBuild = options.ValidateScopes = true);

        var app = builder.Build();
        Composition.Validate(app.Services);
        app.UseHttp();
        return app;
    }

    /// <summary>Runs until somebody stops it.</summary>
    /// <returns>One line where it cannot listen, or something inside has died; null where it was stopped.</returns>
    public static async Task<string?> RunAsync(WebApplication app, CancellationToken cancellationToken)
    {
        string? problem = null;
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException e)
        {
            // Kestrel's message names the address and says why: mostly that it is in use.
            problem = e.Message;
        }
        catch (SocketException e)
        {
            // Any other reason it leaves as it is: a port that needs rights, an address of another machine.
            problem = $"cannot listen on {app.Services.GetRequiredService<IOptions<HttpOptions>>().Value.Address}: {e.Message}";
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested || app.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // It was stopped, or something has died, before all had started.
        }

        if (problem is not null)
        {
            app.Lifetime.StopApplication();
        }

        // What has started before it came to that, jobs among it, is stopped like the whole.
        await app.WaitForShutdownAsync(cancellationToken);
        return problem ?? WhatDied(app);
    }

    /// <summary>Sets where Kestrel listens, and what it shows there.</summary>
    public static void Listen(KestrelServerOptions kestrel, HttpOptions http)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = http.LargestBody;
        var address = ListenAddress.Parse(http.Address)!;
        void Secure(ListenOptions options)
        {
            if (address.IsHttps)
            {
                options.UseHttps(https => (https.ServerCertificate, https.ServerCertificateChain) = ServerCertificate.Load(http));
            }
        }

        if (address.Ip is null)
        {
            kestrel.ListenLocalhost(address.Port, Secure);
        }
        else if (address.Ip.Equals(IPAddress.IPv6Any))
        {
            // By IPv4 alone where the machine has no IPv6.
            kestrel.ListenAnyIP(address.Port, Secure);
        }
        else
        {
            kestrel.Listen(new IPEndPoint(address.Ip, address.Port), Secure);
        }
    }

    private static string? WhatDied(WebApplication app)
    {
        var dead = app.Services.GetServices<IHostedService>().OfType<BackgroundService>().FirstOrDefault(service => service.ExecuteTask is { IsFaulted: true });
        return dead is null ? null : $"{dead.GetType().Name} has died: {dead.ExecuteTask!.Exception!.GetBaseException().Message}";
    }
}
