using System.Globalization;
using LiveQuality.Mining.Faces;
using LiveQuality.Mining.Models;
using LiveQuality.Worker.Progress;
using Microsoft.Extensions.Options;

namespace LiveQuality.Worker.Steps.Faces;

/// <summary>Trains heads and measures them. Touches no store.</summary>
internal sealed class FaceWorkshopStep(IProgressView view, IOptions<FaceModelOptions> options)
{
    private const int DefaultSeed = 42;

    public Task<FaceTrainingReport> TrainAsync(string kind, IReadOnlyList<string> data, string to, int? seed, CancellationToken cancellationToken) =>
        RunAsync($"train {kind}", (workshop, bar) => workshop.Train(kind, data, to, seed ?? DefaultSeed, bar, cancellationToken), cancellationToken);

    public Task<FaceEvaluation> EvaluateAsync(string data, string task, string? model, int? seed, CancellationToken cancellationToken) =>
        RunAsync($"evaluate {task}", (workshop, bar) => workshop.Evaluate(data, task, model, seed ?? DefaultSeed, bar, cancellationToken), cancellationToken);

    private Task<T> RunAsync<T>(string title, Func<FaceWorkshop, IProgress<FitProgress>, T> work, CancellationToken cancellationToken) => view.ShowAsync(title, bar => Task.Run(
        () =>
        {
            using var workshop = new FaceWorkshop(options.Value);
            return work(workshop, new Bridge(bar));
        },
        cancellationToken));

    // Pictures first, then passes: a bar that begins anew.
    private sealed class Bridge(IProgress<StepProgress> bar) : IProgress<FitProgress>
    {
        public void Report(FitProgress value) => bar.Report(new StepProgress(
            value.Epoch, value.Epochs, value.Loss == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"loss {value.Loss:0.0000}")));
    }
}
