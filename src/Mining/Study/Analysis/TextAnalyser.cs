using LiveQuality.Mining.Study.Results;
using LiveQuality.Mining.Study.Tables;

namespace LiveQuality.Mining.Study.Analysis;

/// <summary>Words of titles, descriptions and reviews.</summary>
internal static class TextAnalyser
{
    private const int MostWords = 20;
    private const double Quarter = 0.25;

    /// <summary>Analyses each kind of text that at least one live has.</summary>
    /// <param name="table">The lives.</param>
    /// <param name="cancellationToken">Stops between two texts.</param>
    /// <returns>One entry a kind, in the order of <see cref="StudyText"/>; empty without texts.</returns>
    /// <exception cref="MiningException">There are texts, and ICU is missing.</exception>
    public static IReadOnlyList<TextAnalysis> Analyse(StudyTable table, CancellationToken cancellationToken) =>
    [
        .. Enum.GetValues<StudyText>()
            .Select(kind => (Kind: kind, Rows: table.Rows.Where(row => row.Texts.ContainsKey(kind)).ToArray()))
            .Where(texts => texts.Rows.Length > 0)
            .Select(texts => Analyse(texts.Kind, texts.Rows, cancellationToken)),
    ];

    // Lives with the score of the quarter's edge belong to it, so that the order of the rows does not decide.
    private static TextAnalysis Analyse(StudyText kind, StudyRow[] rows, CancellationToken cancellationToken)
    {
        var words = Array.ConvertAll(rows, row =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            return WordSplitter.Split(row.Texts[kind]);
        });
        double[] scores = [.. rows.Select(row => row.Score).Order()];
        var (low, high) = (ColumnStatistics.Quantile(scores, Quarter), ColumnStatistics.Quantile(scores, 1 - Quarter));
        var good = words.Where((_, row) => rows[row].Score >= high).ToArray();
        var bad = words.Where((_, row) => rows[row].Score <= low).ToArray();
        return new TextAnalysis(
            kind, rows.Length, ClassTfIdf.Keywords(good, bad, MostWords), ClassTfIdf.Keywords(bad, good, MostWords), TextRank.HotWords(words, MostWords, cancellationToken));
    }
}
