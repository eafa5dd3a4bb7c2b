using LiveQuality.Mining.Evaluation;
using LiveQuality.Mining.Features;
using LiveQuality.Mining.Features.Rich;
using LiveQuality.Mining.Models.Branched;
using LiveQuality.Mining.Study.Tables;

namespace LiveQuality.Mining.Study.Running;

/// <summary>Cuts folds out of a table with the columns of <see cref="RichFeatures"/>.</summary>
/// <param name="all">All lives of the file: those that do not take part are still somebody's earlier lives.</param>
/// <param name="used">Lives that take part, which folds count.</param>
internal sealed class RichFolds(StudyTable all, StudyTable used)
{
    private readonly Lazy<RichTable> _table = new(all.ToRich);
    private readonly Lazy<int[]> _positions = new(() => Positions(all, used));

    /// <summary>Cuts one.</summary>
    /// <remarks>
    /// Whose scores later lives may look at: where one speaker is on both sides by chance, those learnt from and those that nobody predicts, so that no test score is seen by anything. Where speakers or
    /// times are kept apart, all of them: a test speaker's own earlier lives are known, as they are in life. A live never sees its own score or a later one: see <see cref="RichTable"/>.
    /// </remarks>
    /// <param name="fold">Rows of the lives that take part.</param>
    /// <param name="byChance">Whether chance alone decided on which side a live falls.</param>
    /// <param name="afterTheLive">Whether columns that exist only after the live are there.</param>
    /// <param name="takes">Whether a column is wanted.</param>
    public RichFold Cut(Fold fold, bool byChance, bool afterTheLive, Func<string, bool> takes)
    {
        var positions = _positions.Value;
        int[] training = [.. fold.Training.Select(row => positions[row])];
        int[] known = byChance ? [.. Enumerable.Range(0, all.Rows.Count).Except(fold.Test.Select(row => positions[row]))] : [.. Enumerable.Range(0, all.Rows.Count)];
        var names = afterTheLive ? RichFeatures.All : RichFeatures.KnownBefore;
        int[] kept = [.. RichFeatures.All.Index().Where(column => names.Contains(column.Item) && takes(column.Item)).Select(column => column.Index)];
        string[] columns = [.. kept.Select(column => RichFeatures.All[column])];
        var features = _table.Value.ToMatrix(known, [.. training, .. fold.Test.Select(row => positions[row])]).SelectColumns(kept);
        var reviews = StudyRow.IndexOf(StudyFeatures.ReviewCount);
        return new RichFold(
            new RatedRows(
                features.SelectRows([.. Enumerable.Range(0, training.Length)]),
                [.. training.Select(row => all.Rows[row].Score)],
                [.. training.Select(row => all.Rows[row].Features[reviews])],
                [.. training.Select(row => all.Rows[row].Speaker)]),
            features.SelectRows([.. Enumerable.Range(training.Length, fold.Test.Count)]),
            columns,
            columns.Index().Where(column => RichFeatures.Categories.Contains(column.Item)).Select(column => column.Index).ToHashSet());
    }

    private static int[] Positions(StudyTable all, StudyTable used)
    {
        var positions = all.Rows.Index().ToDictionary(row => row.Item.Id, row => row.Index, StringComparer.Ordinal);
        return [.. used.Rows.Select(row => positions[row.Id])];
    }
}
