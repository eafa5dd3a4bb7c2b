namespace LiveQuality.Worker.Steps.Scores;

/// <summary>Short texts in one long one, in capitals: a search reads memory in a row, and not a hundred thousand strings here and there.</summary>
internal sealed class BoardText
{
    // No title has it (it is no character), so that no find goes over the end of one.
    private const char End = '\uFFFF';

    private readonly char[] _folded;
    private readonly int[] _ends;

    /// <param name="texts">The texts; null for one that is not there.</param>
    public BoardText(IReadOnlyCollection<string?> texts)
    {
        _ends = new int[texts.Count];
        _folded = new char[texts.Sum(text => (text?.Length ?? 0) + 1)];
        var (number, length) = (0, 0);
        foreach (var text in texts)
        {
            length += text.AsSpan().ToUpperInvariant(_folded.AsSpan(length));
            _folded[length] = End;
            _ends[number++] = length++;
        }
    }

    /// <summary>The numbers of the texts that have this in them, in capitals or not.</summary>
    public List<int> Find(string part)
    {
        var found = new List<int>();
        var wanted = part.ToUpperInvariant();
        if (wanted.Contains(End, StringComparison.Ordinal))
        {
            return found;
        }

        for (var (from, number) = (0, 0); from < _folded.Length && _folded.AsSpan(from).IndexOf(wanted) is var hit and >= 0; from = _ends[number] + 1)
        {
            // The text that ends first behind the hit; a hit is never an end itself.
            number = ~Array.BinarySearch(_ends, number, _ends.Length - number, from + hit);
            found.Add(number);
        }

        return found;
    }
}
