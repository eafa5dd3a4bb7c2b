using LiveQuality.Mining.Study.Results;
using LiveQuality.Mining.Study.Tables;

namespace LiveQuality.Mining.Study.Analysis;

/// <summary>Looks at the study's data before anything is learnt from them.</summary>
internal static class DataAnalyser
{
    /// <summary>Describes, groups, correlates and clusters the lives, and weighs the words of their texts.</summary>
    /// <param name="all">All rows of the file, at least one.</param>
    /// <param name="used">The lives that take part, at least one.</param>
    /// <param name="seed">Sets the starts of the clustering; nothing else is left to chance.</param>
    /// <param name="cancellationToken">Stops between two steps.</param>
    /// <exception cref="MiningException">There are texts, and ICU, which segments them, is missing.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static DataAnalysis Analyse(StudyTable all, StudyTable used, int seed, CancellationToken cancellationToken) => new(
        ColumnStatistics.Of(all),
        ScoreGrouping.Of(used),
        Correlations.Of(used),
        LiveClusters.Of(used, seed, cancellationToken),
        TextAnalyser.Analyse(used, cancellationToken));
}
