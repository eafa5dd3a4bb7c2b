using LiveQuality.Mining.Scoring;
using LiveQuality.Mining.Study;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace LiveQuality.Mining;

/// <summary>Registers mining.</summary>
public static class MiningServices
{
    /// <summary>Adds <see cref="Trainer"/>, <see cref="Scorer"/> and <see cref="StudyRunner"/>, with options bound from <c>Mining:Training</c> and checked at start.</summary>
    public static IServiceCollection AddMining(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<TrainingOptions>()
            .BindConfiguration(TrainingOptions.Section, binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TrainingOptions>, TrainingOptionsRanges>());
        services.AddSingleton<Trainer>();
        services.AddSingleton<Scorer>();
        services.AddSingleton<StudyRunner>();
        return services;
    }
}
