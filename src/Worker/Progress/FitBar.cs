using System.Globalization;
using LiveQuality.Mining.Models;

namespace LiveQuality.Worker.Progress;

/// <summary>A training's passes on a bar.</summary>
internal sealed class FitBar(IProgress<StepProgress> bar) : IProgress<FitProgress>
{
    public void Report(FitProgress value) =>
        bar.Report(new StepProgress(value.Epoch, value.Epochs, string.Create(CultureInfo.InvariantCulture, $"loss {value.Loss:0.0000}")));
}
