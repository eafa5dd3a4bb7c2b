namespace LiveQuality.Mining.Models;

/// <summary>A network that is trained many times at once: a step of a hundred small nets costs little more than a step of one.</summary>
internal interface INetEnsemble
{
    /// <summary>The name people use, for example <c>mtb-dnn-2019</c>.</summary>
    string Kind { get; }

    /// <summary>Trains one net for each entry, each as if it were alone: its weights depend on its own rows and seed only (to rounding).</summary>
    /// <param name="trainings">At least one; all of the same width, their numbers of rows may differ.</param>
    /// <param name="progress">Hears of each pass over the rows, of all nets together, and of how many there will be: more, once a net has started anew; called on this thread.</param>
    /// <param name="cancellationToken">Ends the training within one batch.</param>
    /// <returns>One net a training, in the same order.</returns>
    /// <exception cref="ArgumentException">There are no rows, sizes differ, or a value is not finite; the message says which.</exception>
    /// <exception cref="MiningException">A training diverged.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    IReadOnlyList<TrainedNet> Fit(IReadOnlyList<NetTraining> trainings, IProgress<FitProgress>? progress, CancellationToken cancellationToken);
}
