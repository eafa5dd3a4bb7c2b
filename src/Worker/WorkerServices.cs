using LiveQuality.Worker.Output;
using LiveQuality.Worker.Progress;
using LiveQuality.Worker.Steps;
using Spectre.Console;

namespace LiveQuality.Worker;

/// <summary>Registration of the worker.</summary>
internal static class WorkerServices
{
    /// <summary>Adds the steps and what shows them to people.</summary>
    public static IServiceCollection AddWorker(this IServiceCollection services) => services
        .AddSingleton<RunJournal>()
        .AddSingleton<CrawlStep>()
        .AddSingleton<ImportStep>()
        .AddSingleton<FeatureStep>()
        .AddSingleton<TrainStep>()
        .AddSingleton<ScoreStep>()
        .AddSingleton<ScoreReader>()
        .AddSingleton<ReplayStep>()
        .AddSingleton<ExportStep>()
        .AddSingleton<StatusReader>()
        .AddSingleton<RequeueStep>()
        .AddSingleton<StudyStep>()
        .AddSingleton<ResultWriter>()
        .AddSingleton(provider => CreateProgressView(provider.GetRequiredService<TimeProvider>()));

    // Progress goes to standard error, so that results can be piped.
    private static IProgressView CreateProgressView(TimeProvider time) => Console.IsErrorRedirected
        ? new PlainProgressView(Console.Error, time)
        : new BarProgressView(AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) }));
}
