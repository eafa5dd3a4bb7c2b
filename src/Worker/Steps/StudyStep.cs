using LiveQuality.Mining.Study;
using LiveQuality.Mining.Study.Results;
using LiveQuality.Worker.Progress;

namespace LiveQuality.Worker.Steps;

/// <summary>Reruns the study on a file. Touches no store.</summary>
internal sealed class StudyStep(StudyRunner runner, IProgressView view)
{
    /// <param name="file">The study's table.</param>
    /// <param name="settings">How.</param>
    /// <param name="folder">Where the report goes.</param>
    /// <param name="resume">Whether an earlier run goes on.</param>
    /// <param name="cancellationToken">Stops between two folds; they are kept.</param>
    public Task<StudyResult> RunAsync(string file, StudySettings settings, string folder, bool resume, CancellationToken cancellationToken) =>
        view.ShowAllAsync(StudyRunner.Parts(settings), bars => runner.RunAsync(file, settings, folder, resume, new Folds(bars), cancellationToken));

    private sealed class Folds(IReadOnlyList<IProgress<StepProgress>> bars) : IProgress<StudyProgress>
    {
        public void Report(StudyProgress value) => bars[value.Part].Report(new StepProgress(value.Done, value.Total, FormattableString.Invariant($"fold {value.Done} of {value.Total}")));
    }
}
