using LiveQuality.Crawler;
using LiveQuality.Crawler.Storage;
using LiveQuality.Mining;
using LiveQuality.Mining.Scoring;
using Microsoft.Extensions.Options;

namespace LiveQuality.Worker.Hosting;

/// <summary>The composition root: everything the program is made of, put together in one place.</summary>
internal static class Composition
{
    /// <summary>Settings file in the working directory; optional.</summary>
    public const string SettingsFile = "livequality.json";

    /// <summary>Environment variables, for example <c>LIVEQUALITY_CONFIG_Crawler__Fetching__Retries=5</c>.</summary>
    public const string EnvironmentPrefix = "LIVEQUALITY_CONFIG_";

    private const int DefaultSeed = 42;

    /// <exception cref="OptionsValidationException">An option is unknown, missing or out of its range.</exception>
    public static ServiceProvider Build(WorkerSettings settings)
    {
        var configuration = new ConfigurationBuilder()
            .SetBasePath(Directory.GetCurrentDirectory())
            .AddJsonFile(SettingsFile, optional: true)
            .AddEnvironmentVariables(EnvironmentPrefix)
            .Build();
        ConfigurationKeys.Check(configuration);

        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton(TimeProvider.System)
            .AddSingleton(settings)
            .AddSingleton(provider => StoreFactory.Create(settings.Store, settings.StoreMustExist, provider.GetRequiredService<TimeProvider>()))
            .AddCrawler(settings.Seed ?? DefaultSeed)
            .AddMining()
            .AddWorker()
            // Typed on the command line goes over the configuration, and is checked like it.
            .Configure<TrainingOptions>(options =>
            {
                options.Seed = settings.Seed ?? options.Seed;
                // Only the published network takes a number of columns.
                options.Regressor = settings.Regressor ?? (settings.Features is null ? options.Regressor : TrainingOptions.Regressors[^1]);
                options.MinReviews = settings.MinReviews ?? options.MinReviews;
                options.Features = settings.Features ?? options.Features;
            })
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        Validate(services);
        return services;
    }

    private static void Validate(ServiceProvider services)
    {
        try
        {
            services.GetRequiredService<IStartupValidator>().Validate();
        }
        catch (InvalidOperationException e)
        {
            // The binder met text where a number or a time was due; its message names key and value.
            throw new OptionsValidationException(Options.DefaultName, typeof(object), [e.Message]);
        }
    }
}
