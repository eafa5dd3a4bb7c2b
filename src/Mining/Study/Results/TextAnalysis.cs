using LiveQuality.Mining.Study.Tables;

namespace LiveQuality.Mining.Study.Results;

/// <summary>Words of one kind of text.</summary>
/// <param name="Text">Which.</param>
/// <param name="Lives">Lives that have it.</param>
/// <param name="GoodKeywords">Words that mark the best quarter of the lives against the worst, by TF-IDF, heaviest first.</param>
/// <param name="BadKeywords">The other way round.</param>
/// <param name="HotWords">Words by TextRank, heaviest first.</param>
public sealed record TextAnalysis(
    StudyText Text, int Lives, IReadOnlyList<WeightedWord> GoodKeywords, IReadOnlyList<WeightedWord> BadKeywords, IReadOnlyList<WeightedWord> HotWords);
