using TorchSharp;

namespace LiveQuality.Mining.Models.Nets;

/// <summary>
/// Networks trained as <see cref="MtbDnn2019"/> trains one (mean squared error, Adam, batches of 8), many side by side. Each draws its first weights, its orders
/// and its new starts from its own seed, in the order in which a single training would, so that it learns the same.
/// </summary>
/// <remarks>
/// The same call gives the same bits. A member's weights are those of the single training up to the rounding of 32-bit floats, and the rounding may depend on
/// how many train beside it, since libtorch picks its kernels by size. On the study's table weights
/// differed by at most 2e-5 after 20 epochs; a row that falls just on the bend of a unit could make it more.
/// </remarks>
/// <param name="shape">The network.</param>
/// <param name="epochs">Passes over the rows, 1 or more; 20 as published.</param>
/// <param name="redrawDead">Whether a <see cref="DeadStart"/> is drawn anew; the study kept it.</param>
internal sealed class NetEnsemble(NetShape shape, int epochs = MtbDnn2019.PublishedEpochs, bool redrawDead = true) : INetEnsemble
{
    /// <inheritdoc/>
    public string Kind => shape.Kind;

    /// <inheritdoc/>
    public IReadOnlyList<TrainedNet> Fit(IReadOnlyList<NetTraining> trainings, IProgress<FitProgress>? progress, CancellationToken cancellationToken)
    {
        var layout = new NetLayout(shape, Width(trainings));
        // Holds for the calling thread only, and tensors this small lose time on a second one.
        torch.set_num_threads(1);
        var members = new List<NetMember>();
        try
        {
            foreach (var training in trainings)
            {
                members.Add(new NetMember(layout, training, epochs, redrawDead));
            }

            Train(layout, members, progress, cancellationToken);
            return [.. members.Select(member => member.Result())];
        }
        finally
        {
            members.ForEach(member => member.Dispose());
        }
    }

    private static int Width(IReadOnlyList<NetTraining> trainings)
    {
        if (trainings.Count == 0)
        {
            throw new ArgumentException("no trainings", nameof(trainings));
        }

        foreach (var rows in trainings.SelectMany(training => new[] { training.Rows, training.Validation }).OfType<LabelledRows>().Distinct())
        {
            RegressorInput.Check(rows.Features, rows.Targets);
        }

        var columns = trainings[0].Rows.Features.Columns;
        return trainings.All(training => training.Rows.Features.Columns == columns && (training.Validation?.Features.Columns ?? columns) == columns)
            ? columns
            : throw new ArgumentException($"not all rows have {columns} columns", nameof(trainings));
    }

    private void Train(NetLayout layout, List<NetMember> members, IProgress<FitProgress>? progress, CancellationToken cancellationToken)
    {
        for (var pass = 1; members.Exists(member => member.EpochsLeft > 0); pass++)
        {
            NetMember[] learning = [.. members.Where(member => member.EpochsLeft > 0).OrderByDescending(member => member.Batches)];
            var losses = StackedEpoch.Run(layout, learning, cancellationToken);
            if (!losses.All(double.IsFinite))
            {
                throw new MiningException($"{Kind} diverged in pass {pass}: the loss of a net is {losses.First(loss => !double.IsFinite(loss))}");
            }

            progress?.Report(new FitProgress(pass, pass + members.Max(member => member.EpochsLeft), losses.Average()));
        }
    }
}
