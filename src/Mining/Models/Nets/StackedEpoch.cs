using TorchSharp;
using static TorchSharp.torch;

namespace LiveQuality.Mining.Models.Nets;

/// <summary>One pass of several trainings over their rows, side by side: each in batches of its own rows in its own order, as if it were alone.</summary>
internal static class StackedEpoch
{
    private const int BatchSize = MtbDnn2019.BatchSize;

    /// <summary>Teaches each member for one epoch.</summary>
    /// <param name="layout">Where the weights stand.</param>
    /// <param name="members">Those with most rows first, so that at each batch the ones that still have rows are the first ones.</param>
    /// <param name="cancellationToken">Ends the pass within one batch; the members are as before then, but their chance is not.</param>
    /// <returns>Mean squared error of each member over the pass, while the weights were moving.</returns>
    public static double[] Run(NetLayout layout, IReadOnlyList<NetMember> members, CancellationToken cancellationToken)
    {
        using var scope = torch.NewDisposeScope();
        using var forwardOnly = torch.no_grad();
        var batches = members[0].Batches;
        var packed = Shuffled(layout, members);                                                 // [nets, padded rows, columns + 1]
        var importance = Importance(members);                                                   // [nets, padded rows, 1]
        var errors = torch.zeros_like(importance);
        var (weights, means, squares) = (Stack(members, member => member.Weights), Stack(members, member => member.Means), Stack(members, member => member.Squares));
        var done = members.Select(member => member.Epoch * member.Batches).ToArray();
        using var adam = new StackedAdam(weights, means, squares, AdamRates.After(MtbDnn2019.LearningRate, done, batches), MtbDnn2019.WeightDecay);
        var nets = members.Count;
        for (var batch = 0; batch < batches; nets = members.Count(member => member.Batches > batch))
        {
            using var viewScope = torch.NewDisposeScope();
            var net = new StackedNet(layout, weights.narrow(0, 0, nets));
            // Until the shortest of those in the pass has no rows left.
            for (var end = members[nets - 1].Batches; batch < end; batch++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                using var batchScope = torch.NewDisposeScope();
                var rows = Batch(packed);                                                       // [nets, batch, columns + 1]
                var (missed, gradient) = net.Pass(rows.narrow(2, 0, layout.Columns), rows.narrow(2, layout.Columns, 1), Batch(importance));
                adam.Step(batch, gradient);
                Batch(errors).copy_(missed);
            }

            Tensor Batch(Tensor all) => all.narrow(0, 0, nets).narrow(1, batch * BatchSize, BatchSize);
        }

        var (newWeights, newMeans, newSquares) = (Unstack(weights), Unstack(means), Unstack(squares));
        for (var i = 0; i < members.Count; i++)
        {
            members[i].Learn(newWeights[i], newMeans[i], newSquares[i]);
        }

        return [.. Unstack(errors).Zip(members, (missed, member) => missed.Take(member.Rows).Average(error => error * error))];
    }

    private static Tensor Shuffled(NetLayout layout, IReadOnlyList<NetMember> members)
    {
        var packed = torch.zeros(members.Count, members[0].Batches * BatchSize, layout.Columns + 1);
        for (var i = 0; i < members.Count; i++)
        {
            using var scope = torch.NewDisposeScope();
            packed.select(0, i).narrow(0, 0, members[i].Rows).copy_(members[i].Shuffle());
        }

        return packed;
    }

    // The gradient of a mean of squares: 2 / (rows of the batch); nothing for the padding behind a member's rows.
    private static Tensor Importance(IReadOnlyList<NetMember> members)
    {
        var padded = members[0].Batches * BatchSize;
        var importance = new float[members.Count * padded];
        for (var i = 0; i < members.Count; i++)
        {
            var rows = members[i].Rows;
            for (var row = 0; row < rows; row++)
            {
                importance[(i * padded) + row] = 2f / Math.Min(BatchSize, rows - (row / BatchSize * BatchSize));
            }
        }

        return AlignedTensor.Of(importance, members.Count, padded, 1);
    }

    private static Tensor Stack(IReadOnlyList<NetMember> members, Func<NetMember, float[]> part) =>
        AlignedTensor.Of([.. members.SelectMany(part)], members.Count, part(members[0]).Length);

    private static float[][] Unstack(Tensor stacked) => [.. stacked.data<float>().ToArray().Chunk((int)(stacked.numel() / stacked.shape[0]))];
}
