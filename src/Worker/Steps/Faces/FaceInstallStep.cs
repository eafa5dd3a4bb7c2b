using LiveQuality.Mining.Faces;
using LiveQuality.Mining.Faces.Weights;
using LiveQuality.Worker.Progress;
using Microsoft.Extensions.Options;

namespace LiveQuality.Worker.Steps.Faces;

/// <summary>Brings the pretrained nets.</summary>
internal sealed class FaceInstallStep(IProgressView view, IOptions<FaceModelOptions> options)
{
    /// <param name="optIn">Also the embedding of unstated origin.</param>
    /// <param name="cancellationToken">Stops between files.</param>
    public Task<FaceInstallReport> RunAsync(bool optIn, CancellationToken cancellationToken) => view.ShowAsync("face models", async bar =>
        new FaceInstallReport(options.Value.Folder, await new FaceModelInstaller(options.Value.Folder).InstallAsync(optIn, new Bridge(bar), cancellationToken)));

    private sealed class Bridge(IProgress<StepProgress> bar) : IProgress<FaceInstallProgress>
    {
        public void Report(FaceInstallProgress value) => bar.Report(new StepProgress(value.Done, value.Total, value.Package));
    }
}

/// <summary>What was installed.</summary>
/// <param name="Folder">Where.</param>
/// <param name="Written">Files that were missing or wrong and are right now.</param>
internal sealed record FaceInstallReport(string Folder, int Written);
