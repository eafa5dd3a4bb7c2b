using LiveQuality.Mining.Study.Results;

namespace LiveQuality.Mining.Study.Analysis;

/// <summary>
/// Words that set one class of texts apart from another, by class-based TF-IDF (Grootendorst, "BERTopic: Neural topic modeling with a class-based TF-IDF procedure", 2022):
/// W(t, c) = tf(t, c) · ln(1 + A / f(t)), where tf is the word's share of all words of the class, f its count in both classes and A the mean count of words a class. The weight of
/// a word is W in the one class minus W in the other.
/// </summary>
internal static class ClassTfIdf
{
    // A word of one text alone says nothing of its class.
    private const int LeastTexts = 2;

    /// <summary>Weighs the words of a class.</summary>
    /// <param name="texts">Words of the texts of the class.</param>
    /// <param name="others">Words of the texts of the other class.</param>
    /// <param name="most">How many words to return.</param>
    /// <returns>Words of at least two texts that weigh more here than there, heaviest first.</returns>
    public static IReadOnlyList<WeightedWord> Keywords(IReadOnlyList<string[]> texts, IReadOnlyList<string[]> others, int most)
    {
        var (here, there) = (Count(texts), Count(others));
        var (wordsHere, wordsThere) = ((double)here.Values.Sum(), (double)there.Values.Sum());
        var spread = texts.SelectMany(words => words.Distinct(StringComparer.Ordinal)).CountBy(word => word, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return
        [
            .. here.Where(pair => spread[pair.Key] >= LeastTexts)
                .Select(pair => new WeightedWord(pair.Key, Weight(pair.Value, there.GetValueOrDefault(pair.Key))))
                .Where(word => word.Weight > 0)
                .OrderByDescending(word => word.Weight)
                .ThenBy(word => word.Word, StringComparer.Ordinal)
                .Take(most),
        ];

        double Weight(int countHere, int countThere) =>
            ((countHere / wordsHere) - (wordsThere > 0 ? countThere / wordsThere : 0)) * Math.Log(1 + ((wordsHere + wordsThere) / 2 / (countHere + countThere)));
    }

    private static Dictionary<string, int> Count(IReadOnlyList<string[]> texts) =>
        texts.SelectMany(words => words).CountBy(word => word, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
}
