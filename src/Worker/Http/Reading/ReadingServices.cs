using LiveQuality.Worker.Http.Health;

namespace LiveQuality.Worker.Http.Reading;

/// <summary>What pages and the API read.</summary>
internal static class ReadingServices
{
    // Tag of the checks that /health/startup is made of.
    private const string Startup = "startup";

    public static IServiceCollection AddReading(this IServiceCollection services) => services
        .AddHealthChecks().AddCheck<BoardHealth>("board", tags: [HealthEndpoints.Ready, Startup]).Services
        .AddSingleton<BoardKeeper>()
        .AddHostedService(provider => provider.GetRequiredService<BoardKeeper>())
        .AddSingleton<TodayReader>()
        .AddSingleton<LiveReader>()
        .AddSingleton<SpeakerReader>()
        .AddSingleton<ModelReader>()
        .AddSingleton<RunReader>()
        .AddSingleton<DriftReader>()
        .AddSingleton<QualityReader>()
        .AddSingleton<CrawlReader>();
}
