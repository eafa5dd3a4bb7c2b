using LiveQuality.Mining.Faces;
using LiveQuality.Mining.Scoring;
using LiveQuality.Mining.Scoring.Backtesting;
using LiveQuality.Mining.Scoring.Drift;
using LiveQuality.Mining.Scoring.Promotion;
using LiveQuality.Mining.Study;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace LiveQuality.Mining;

/// <summary>Registers mining.</summary>
public static class MiningServices
{
    /// <summary>
    /// Adds <see cref="Trainer"/>, <see cref="Scorer"/>, <see cref="Promoter"/>, <see cref="DriftWatch"/>, <see cref="Backtest"/>, <see cref="PortraitAblation"/> and <see cref="StudyRunner"/>, with options bound from <c>Mining:Training</c>, <c>Faces</c> and <c>Faces:Models</c>, and
    /// checked at start. Nothing of faces is loaded.
    /// </summary>
    public static IServiceCollection AddMining(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<TrainingOptions>()
            .BindConfiguration(TrainingOptions.Section, binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TrainingOptions>, TrainingOptionsRanges>());
        // The section holds another one, which the binder would take for a mistake: the worker checks the keys.
        services.AddOptions<FaceOptions>().BindConfiguration(FaceOptions.Section).ValidateOnStart();
        services.AddOptions<FaceModelOptions>()
            .BindConfiguration(FaceModelOptions.Section, binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<FaceModelOptions>, FaceModelOptionsRanges>());
        services.AddSingleton<Trainer>();
        services.AddSingleton<Scorer>();
        services.AddSingleton<Promoter>();
        services.AddSingleton<DriftWatch>();
        services.AddSingleton<Backtest>();
        services.AddSingleton<PortraitAblation>();
        services.AddSingleton<StudyRunner>();
        return services;
    }
}
