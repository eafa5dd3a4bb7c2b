namespace LiveQuality.Worker.Http.Reading;

/// <summary>What pages and the API read.</summary>
internal static class ReadingServices
{
    public static IServiceCollection AddReading(this IServiceCollection services) => services
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
