using System.Collections.Concurrent;
using LiveQuality.Mining.Evaluation;
using LiveQuality.Mining.Features;
using LiveQuality.Mining.Models.Branched;

namespace LiveQuality.Mining.Scoring.Reasons;

/// <summary>
/// Shapley values of a prediction. The value function is interventional, against one baseline row: v(S) is what the model says of a row that has the columns S from the live and all others from the baseline, so the values
/// sum to model(live) - model(baseline). The trees' part is exact (<see cref="TreeShares"/>), the nets' part is sampled (<see cref="NetShares"/>) with the same orders for every live: equal lives have equal reasons. Safe for
/// many threads.
/// </summary>
internal sealed class Explainer
{
    private readonly MtbDnnPredictor _model;
    private readonly NetShares _nets;
    private readonly TreeShares _trees;
    private readonly ConcurrentBag<NetShares.Scratch> _free = [];

    /// <param name="model">The model.</param>
    /// <param name="baseline">A typical live, one value a column, NaN where unknown; see <see cref="Reasons.Baseline"/>.</param>
    /// <param name="columns">The columns' names.</param>
    /// <param name="pairs">Orders to sample, each also taken from its end; 1 or more. The work grows with it, the noise falls with its root.</param>
    /// <param name="seed">Chooses the orders, 0 or more.</param>
    /// <exception cref="ArgumentException">The widths differ, or there are no orders.</exception>
    public Explainer(MtbDnnPredictor model, double[] baseline, IReadOnlyList<string> columns, int pairs = DefaultPairs, int seed = DefaultSeed)
    {
        if (baseline.Length != model.Columns || columns.Count != model.Columns)
        {
            throw new ArgumentException($"{baseline.Length} values and {columns.Count} names where the model has {model.Columns} columns", nameof(baseline));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(pairs, 1);
        (_model, Columns) = (model, columns);
        var chance = new NumpyRandom(seed);
        _nets = new NetShares(model.Nets, baseline, [.. Enumerable.Range(0, pairs).Select(_ => chance.Permutation(baseline.Length))]);
        _trees = new TreeShares(model.Trees, baseline);
        Base = model.Predict(Matrix.Of(1, baseline.Length, baseline))[0];
    }

    /// <summary>Pairs of orders unless told.</summary>
    public const int DefaultPairs = 4;

    private const int DefaultSeed = 42;

    /// <summary>What the model says of the baseline.</summary>
    public double Base { get; }

    /// <summary>The columns' names.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>Explains one live.</summary>
    /// <param name="row">One value a column, NaN where unknown.</param>
    /// <returns>Points a column; their sum is the model's prediction less <see cref="Base"/>, to 1e-9.</returns>
    /// <exception cref="ArgumentException">The width is wrong.</exception>
    public double[] Explain(ReadOnlySpan<double> row)
    {
        var points = new double[Columns.Count];
        Explain(row, points);
        return points;
    }

    /// <summary>Explains many lives, on all cores; what is said of one does not depend on the others.</summary>
    /// <param name="rows">A row a live.</param>
    /// <param name="cancellationToken">Ends it within one live.</param>
    /// <returns>[rows, columns], points.</returns>
    /// <exception cref="ArgumentException">The width is wrong.</exception>
    public Matrix Explain(Matrix rows, CancellationToken cancellationToken)
    {
        var points = new Matrix(rows.Rows, Columns.Count);
        Parallel.For(0, rows.Rows, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken }, row =>
        {
            var said = Explain(rows.Row(row));
            for (var column = 0; column < said.Length; column++)
            {
                points[row, column] = said[column];
            }
        });
        return points;
    }

    private void Explain(ReadOnlySpan<double> row, double[] points)
    {
        if (row.Length != points.Length)
        {
            throw new ArgumentException($"{row.Length} columns where the model has {points.Length}", nameof(row));
        }

        // The room is too large to make anew for each live.
        var scratch = _free.TryTake(out var used) ? used : _nets.NewScratch();
        _nets.Add(row, _model.Blend.Share, points, scratch);
        _free.Add(scratch);
        _trees.Add(row, 1 - _model.Blend.Share, points);
    }
}
