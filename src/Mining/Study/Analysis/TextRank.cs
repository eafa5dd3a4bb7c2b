using LiveQuality.Mining.Study.Results;

namespace LiveQuality.Mining.Study.Analysis;

/// <summary>
/// Hot words: words that stand near many hot words (Mihalcea and Tarau, "TextRank: Bringing Order into Texts", 2004). Words of one text that are at most
/// <see cref="Window"/> - 1 apart are linked, as strongly as they are often so near; a word's rank is
/// WS(v) = (1 - d) + d · Σ over its neighbours u of w(u, v) / Σ w(u, ·) · WS(u), with d = 0.85.
/// </summary>
internal static class TextRank
{
    /// <summary>Words that are seen together.</summary>
    public const int Window = 5;

    private const double Damping = 0.85;
    private const double Tolerance = 1e-6;

    // Rare words are never hot; leaving them out keeps the graph small.
    private const int LargestVocabulary = 2000;

    /// <summary>Ranks the words of texts.</summary>
    /// <param name="texts">Words of each text, in the text's order.</param>
    /// <param name="most">How many words to return.</param>
    /// <param name="cancellationToken">Stops between two rounds.</param>
    /// <returns>Hottest first; words that never have a neighbour are not among them.</returns>
    public static IReadOnlyList<WeightedWord> HotWords(IReadOnlyList<string[]> texts, int most, CancellationToken cancellationToken)
    {
        string[] vocabulary =
        [
            .. texts.SelectMany(words => words).CountBy(word => word, StringComparer.Ordinal)
                .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)
                .Take(LargestVocabulary).Select(pair => pair.Key),
        ];
        var links = Link(texts, vocabulary);
        var ranks = Rank(links, cancellationToken);
        return
        [
            .. vocabulary.Select((word, number) => (Word: new WeightedWord(word, ranks[number]), Linked: links[number].Length > 0))
                .Where(word => word.Linked)
                .Select(word => word.Word)
                .OrderByDescending(word => word.Weight)
                .ThenBy(word => word.Word, StringComparer.Ordinal)
                .Take(most),
        ];
    }

    // Neighbours are in ascending order, so that sums do not depend on the order of a hash table.
    private static (int Word, double Weight)[][] Link(IReadOnlyList<string[]> texts, string[] vocabulary)
    {
        var numbers = vocabulary.Select((word, number) => (word, number)).ToDictionary(StringComparer.Ordinal);
        var weights = Array.ConvertAll(vocabulary, _ => new SortedDictionary<int, double>());
        foreach (var words in texts)
        {
            var sequence = Array.ConvertAll(words, word => numbers.GetValueOrDefault(word, -1));
            for (var first = 0; first < sequence.Length; first++)
            {
                for (var second = first + 1; second < Math.Min(first + Window, sequence.Length); second++)
                {
                    var (one, other) = (sequence[first], sequence[second]);
                    if (one >= 0 && other >= 0 && one != other)
                    {
                        weights[one][other] = weights[one].GetValueOrDefault(other) + 1;
                        weights[other][one] = weights[other].GetValueOrDefault(one) + 1;
                    }
                }
            }
        }

        return Array.ConvertAll(weights, neighbours => neighbours.Select(pair => (pair.Key, pair.Value)).ToArray());
    }

    // Each round shrinks the sum of all changes by the damping at least, so it ends.
    private static double[] Rank((int Word, double Weight)[][] links, CancellationToken cancellationToken)
    {
        var strength = Array.ConvertAll(links, neighbours => neighbours.Sum(neighbour => neighbour.Weight));
        var ranks = new double[links.Length];
        Array.Fill(ranks, 1);
        for (var change = double.PositiveInfinity; change > Tolerance;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var next = Array.ConvertAll(links, neighbours => 1 - Damping + (Damping * neighbours.Sum(neighbour => neighbour.Weight / strength[neighbour.Word] * ranks[neighbour.Word])));
            change = next.Zip(ranks, (now, before) => Math.Abs(now - before)).DefaultIfEmpty().Max();
            ranks = next;
        }

        return ranks;
    }
}
