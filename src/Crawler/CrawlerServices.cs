using LiveQuality.Crawler.Crawling;
using LiveQuality.Crawler.Crawling.Portraits;
using LiveQuality.Crawler.Crawling.Sources;
using LiveQuality.Crawler.Crawling.Watching;
using LiveQuality.Crawler.Fetching;
using LiveQuality.Crawler.Fetching.Politeness;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LiveQuality.Crawler;

/// <summary>Registration of the crawler.</summary>
public static class CrawlerServices
{
    /// <summary>Adds fetching, cleaning and crawling. The store and the clock are the caller's to add.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="seed">Where the jitter of retries comes from.</param>
    public static IServiceCollection AddCrawler(this IServiceCollection services, int seed)
    {
        services.AddOptions<FetchOptions>().BindConfiguration("Crawler:Fetching").ValidateOnStart();
        services.AddSingleton<IValidateOptions<FetchOptions>, FetchOptionsRanges>();
        services.AddSingleton<IValidateOptions<FetchOptions>, FetchOptionsConsistency>();
        services.AddOptions<PolitenessOptions>().BindConfiguration("Crawler:Politeness").ValidateOnStart();
        services.AddSingleton<IValidateOptions<PolitenessOptions>, PolitenessOptionsRanges>();
        services.AddSingleton<IValidateOptions<PolitenessOptions>, PolitenessOptionsConsistency>();
        services.AddOptions<CrawlOptions>().BindConfiguration("Crawler:Crawling").ValidateOnStart();
        services.AddSingleton<IValidateOptions<CrawlOptions>, CrawlOptionsRanges>();
        services.AddSingleton<IValidateOptions<CrawlOptions>, CrawlOptionsConsistency>();
        return services
            .AddSingleton(provider => ActivatorUtilities.CreateInstance<FetcherFactory>(provider, new Random(seed)))
            .AddSingleton<FieldGate>()
            .AddSingleton<Crawl>()
            .AddSingleton<PortraitSource>()
            .AddSingleton<Forecaster>();
    }
}
