using LiveQuality.Crawler;
using LiveQuality.Crawler.Storage;
using LiveQuality.Mining;
using LiveQuality.Mining.Scoring;
using Microsoft.Extensions.Options;

namespace LiveQuality.Worker.Hosting;

/// <summary>The composition root: everything that commands and the service are made of, put together in one place.</summary>
internal static class Composition
{
    private const int DefaultSeed = 42;

    /// <summary>For a command: the parts, checked, and no host around them.</summary>
    /// <exception cref="OptionsValidationException">An option is unknown, missing or out of its range.</exception>
    public static ServiceProvider Build(WorkerSettings settings)
    {
        var configuration = new ConfigurationBuilder().AddSettings().Build();
        ConfigurationKeys.Check(configuration);
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddLiveQuality(settings)
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        Validate(services);
        return services;
    }

    /// <summary>Adds every part; the configuration is the caller's to add.</summary>
    public static IServiceCollection AddLiveQuality(this IServiceCollection services, WorkerSettings settings)
    {
        services.AddOptions<StoreOptions>().BindConfiguration(StoreOptions.Section).Configure(options => options.Address = settings.Store ?? options.Address).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<StoreOptions>, StoreOptionsForm>()
            .AddSingleton(TimeProvider.System)
            .AddSingleton(settings)
            .AddSingleton(provider => StoreFactory.Create(
                provider.GetRequiredService<IOptions<StoreOptions>>().Value.Address, settings.StoreMustExist, provider.GetRequiredService<TimeProvider>()))
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
            });
    }

    /// <summary>Checks all options at once, before anything is begun.</summary>
    /// <exception cref="OptionsValidationException">An option is missing, no number where one is due, or out of its range.</exception>
    public static void Validate(IServiceProvider services)
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
