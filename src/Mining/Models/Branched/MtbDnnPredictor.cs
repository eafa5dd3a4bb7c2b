using LiveQuality.Mining.Evaluation;
using LiveQuality.Mining.Features;

namespace LiveQuality.Mining.Models.Branched;

/// <summary>What <see cref="MtbDnn"/> learnt. Unlike other predictors it takes unknown values, as NaN.</summary>
/// <param name="codes">How nets see a row.</param>
/// <param name="nets">The nets, at least one.</param>
/// <param name="trees">The trees.</param>
/// <param name="blend">What the mean of the nets counts beside the trees.</param>
/// <param name="salt">What says which speakers which net has not seen, see <see cref="FoldPlan.SaltOf"/>.</param>
internal sealed class MtbDnnPredictor(ColumnCodes codes, IReadOnlyList<BranchedForward> nets, BranchedTrees trees, RobustBlend blend, int salt = 0) : IStorablePredictor
{
    private const string Kinds = "codes.kinds";
    private const string Edges = "codes.edges";
    private const string Mix = "blend";
    private const string Count = "nets";

    // Enough rows that starting a thread is nothing beside them.
    private const int RowsAPiece = 256;

    /// <inheritdoc/>
    public int Columns => codes.Count;

    /// <summary>What the mean of the nets counts beside the trees.</summary>
    public RobustBlend Blend => blend;

    /// <summary>The nets, for those who look at parts.</summary>
    public IReadOnlyList<BranchedForward> Nets => nets;

    /// <summary>The trees, for those who look at parts.</summary>
    public BranchedTrees Trees => trees;

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, WeightTensor> State
    {
        get
        {
            var (kinds, edges) = codes.Save();
            return nets.SelectMany((net, number) => net.Weights.Named.Select(pair => ($"net{number}.{pair.Name}", pair.Values)))
                .Concat(trees.Save())
                .Concat([(Kinds, kinds), (Edges, edges), (Mix, new WeightTensor([2], [(float)blend.Share, (float)blend.Bias])), (Count, new WeightTensor([2], [nets.Count, salt]))])
                .ToDictionary(StringComparer.Ordinal);
        }
    }

    /// <summary>Builds a predictor from what <see cref="State"/> gave.</summary>
    /// <exception cref="ModelFormatException">The weights are not those of such a model.</exception>
    public static MtbDnnPredictor Restore(int columns, IReadOnlyDictionary<string, WeightTensor> state)
    {
        if (!state.Values.All(tensor => tensor.Values.All(float.IsFinite)))
        {
            throw new ModelFormatException("a weight is not finite");
        }

        var (count, mix) = (Find(Count).Values, Find(Mix).Values);
        if (count.Length != 2 || !(count[1] >= 0 && count[1] < int.MaxValue) || mix.Length != 2 || !(count[0] >= 1 && count[0] <= state.Count) || !(mix[0] >= 0 && mix[0] <= 1))
        {
            throw new ModelFormatException("the number of nets or how they are blended is none");
        }

        var codes = ColumnCodes.Load(Find(Kinds), Find(Edges));
        return codes.Count == columns
            ? new MtbDnnPredictor(
                codes,
                [.. Enumerable.Range(0, (int)count[0]).Select(net => new BranchedForward(codes, BranchedWeights.Load(codes.Units, name => Find($"net{net}.{name}"))))],
                BranchedTrees.Load(columns, Find) is var trees && trees.Sums == (int)count[0] ? trees : throw new ModelFormatException("there are not as many sums of trees as nets"),
                new RobustBlend(mix[0], mix[1]),
                (int)count[1])
            : throw new ModelFormatException($"codes of {codes.Count} columns where the manifest has {columns}");

        WeightTensor Find(string name) => state.TryGetValue(name, out var tensor) ? tensor : throw new ModelFormatException($"there is no tensor {name}");
    }

    /// <summary>Predicts, on all cores; a row's prediction does not depend on the rows beside it.</summary>
    /// <param name="features">Rows, NaN where unknown.</param>
    /// <returns>One number a row.</returns>
    /// <exception cref="ArgumentException">The width is wrong.</exception>
    public double[] Predict(Matrix features)
    {
        Check(features);
        var scores = new double[features.Rows];
        Parallel.For(0, (features.Rows + RowsAPiece - 1) / RowsAPiece, piece =>
        {
            int[] rows = [.. Enumerable.Range(piece * RowsAPiece, Math.Min(RowsAPiece, features.Rows - (piece * RowsAPiece)))];
            PredictPiece(features.SelectRows(rows)).CopyTo(scores, rows[0]);
        });
        return scores;
    }

    /// <summary>Predicts each row by the one net and the one sum of trees that have not learnt from its speaker, if the speaker was among those learnt from (<see cref="FoldPlan.Lasting"/>).</summary>
    /// <param name="features">Rows, NaN where unknown.</param>
    /// <param name="speakers">The speaker of each row.</param>
    /// <exception cref="ArgumentException">The width is wrong.</exception>
    public double[] PredictApart(Matrix features, IReadOnlyList<string> speakers)
    {
        Check(features);
        var scores = new double[features.Rows];
        Parallel.For(0, nets.Count, part =>
        {
            int[] own = [.. Enumerable.Range(0, features.Rows).Where(row => FoldPlan.PartOf(speakers[row], nets.Count, salt) == part)];
            var rows = features.SelectRows(own);
            var (saidByNet, saidByTrees) = (nets[part].Score(rows), trees.Score(part, rows));
            for (var row = 0; row < own.Length; row++)
            {
                scores[own[row]] = blend.Of(saidByNet[row], saidByTrees[row]);
            }
        });
        return scores;
    }

    private void Check(Matrix features)
    {
        if (features.Columns != Columns)
        {
            throw new ArgumentException($"{features.Columns} columns where the model has {Columns}", nameof(features));
        }
    }

    private double[] PredictPiece(Matrix rows)
    {
        var said = trees.Score(rows);
        var scratch = new BranchedForward.Scratch(nets[0].Width);
        var coded = new CodedValue[codes.Count];
        for (var row = 0; row < said.Length; row++)
        {
            codes.Find(rows.Row(row), coded);
            var total = 0.0;
            foreach (var net in nets)
            {
                total += net.Score(coded, scratch);
            }

            said[row] = blend.Of(total / nets.Count, said[row]);
        }

        return said;
    }
}
