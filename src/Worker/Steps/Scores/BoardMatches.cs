using System.Numerics;

namespace LiveQuality.Worker.Steps.Scores;

/// <summary>Which rows of a board are in a list: a bit each, so that a hundred thousand of them stay in the nearest cache.</summary>
internal sealed class BoardMatches
{
    private const int Bits = 64;

    private readonly ulong[] _words;

    private BoardMatches(int rows) => _words = new ulong[(rows + Bits - 1) / Bits];

    /// <summary>How many are in.</summary>
    public int Count => _words.Sum(BitOperations.PopCount);

    /// <summary>All rows.</summary>
    public static BoardMatches All(int rows)
    {
        var all = new BoardMatches(rows);
        Array.Fill(all._words, ulong.MaxValue);
        if (rows % Bits is > 0 and var rest)
        {
            all._words[^1] = (1UL << rest) - 1;
        }

        return all;
    }

    /// <summary>The same rows, to keep fewer of them.</summary>
    public BoardMatches Copy()
    {
        var copy = new BoardMatches(_words.Length * Bits);
        _words.CopyTo(copy._words, 0);
        return copy;
    }

    /// <summary>The rows with these numbers, of so many; a number may come twice.</summary>
    public static BoardMatches Of(IEnumerable<int> numbers, int rows)
    {
        var some = new BoardMatches(rows);
        foreach (var number in numbers)
        {
            some._words[number / Bits] |= 1UL << number;
        }

        return some;
    }

    /// <summary>Whether a row is in.</summary>
    public bool Has(int row) => ((_words[row / Bits] >> row) & 1) != 0;

    /// <summary>Keeps only those that are in the others too.</summary>
    public void Keep(BoardMatches others)
    {
        for (var word = 0; word < _words.Length; word++)
        {
            _words[word] &= others._words[word];
        }
    }

    /// <summary>Keeps only those whose value is in a range, both ends included.</summary>
    public void Keep(ReadOnlySpan<long> values, long least, long most)
    {
        for (var word = 0; word < _words.Length; word++)
        {
            var (left, kept) = (_words[word], 0UL);
            for (; left != 0; left &= left - 1)
            {
                var bit = BitOperations.TrailingZeroCount(left);
                var value = values[(word * Bits) + bit];
                // Without a branch, which would be guessed wrong every other time.
                kept |= (value >= least & value <= most ? 1UL : 0UL) << bit;
            }

            _words[word] = kept;
        }
    }
}
