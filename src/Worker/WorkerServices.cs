using LiveQuality.Mining.Faces;
using LiveQuality.Worker.Jobs;
using LiveQuality.Worker.Jobs.Backfilling;
using LiveQuality.Worker.Output;
using LiveQuality.Worker.Progress;
using LiveQuality.Worker.Steps;
using LiveQuality.Worker.Steps.Faces;
using LiveQuality.Worker.Steps.Models;
using LiveQuality.Worker.Steps.Scores;
using Microsoft.Extensions.Options;
using Spectre.Console;

namespace LiveQuality.Worker;

/// <summary>Registration of the worker.</summary>
internal static class WorkerServices
{
    /// <summary>Adds the steps and what shows them to people.</summary>
    public static IServiceCollection AddWorker(this IServiceCollection services)
    {
        services.AddOptions<ScheduleOptions>().BindConfiguration(ScheduleOptions.Section).ValidateOnStart();
        return services.AddSingleton<IValidateOptions<ScheduleOptions>, ScheduleOptionsRanges>().AddSingleton<IValidateOptions<ScheduleOptions>, ScheduleOptionsConsistency>().AddSteps();
    }

    private static IServiceCollection AddSteps(this IServiceCollection services) => services
        .AddScoped<RunOrigin>()
        .AddMetrics()
        .AddSingleton<RunMetrics>()
        .AddScoped<RunJournal>()
        .AddScoped<CrawlStep>()
        .AddScoped<ImportStep>()
        .AddSingleton<FeatureStep>()
        .AddSingleton<ModelRegistry>()
        .AddScoped<TrainStep>()
        .AddSingleton<RetrainStep>()
        .AddScoped<ScoreStep>()
        .AddSingleton<ScoreBoardReader>()
        .AddScoped<ReplayStep>()
        .AddSingleton<LiveScorer>()
        .AddSingleton<ExportStep>()
        .AddSingleton<StatusReader>()
        .AddSingleton<RequeueStep>()
        .AddScoped<ReportStep>()
        .AddSingleton<JobChain>()
        .AddSingleton<BackfillPlanner>()
        .AddSingleton<Backfill>()
        .AddScoped<CompactStep>()
        .AddSingleton<StudyStep>()
        .AddSingleton<BacktestStep>()
        // Not the nets themselves: who never looks at a portrait never loads them.
        .AddSingleton<Func<IFaceAnalysis>>(provider => () => new NetFaceAnalysis(provider.GetRequiredService<IOptions<FaceModelOptions>>().Value))
        .AddScoped<PortraitStep>()
        .AddScoped<ForgetStep>()
        .AddSingleton<FaceInstallStep>()
        .AddSingleton<AnalyzeStep>()
        .AddSingleton<VerifyStep>()
        .AddSingleton<FaceDesk>()
        .AddSingleton<FaceWorkshopStep>()
        .AddScoped<AblationStep>()
        .AddSingleton<ResultWriter>()
        .AddSingleton(provider => CreateProgressView(provider.GetRequiredService<TimeProvider>()));

    // Progress goes to standard error, so that results can be piped.
    private static IProgressView CreateProgressView(TimeProvider time) => Console.IsErrorRedirected
        ? new PlainProgressView(Console.Error, time)
        : new BarProgressView(AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) }));
}
