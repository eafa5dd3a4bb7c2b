using System.Collections;

namespace LiveQuality.Worker.Steps.Scores;

/// <summary>Some rows of a board as people read them, each made when it is looked at: who writes a hundred thousand of them holds one at a time.</summary>
/// <param name="rows">All rows.</param>
/// <param name="numbers">Which of them, in order.</param>
internal sealed class ShownLives(IReadOnlyList<BoardRow> rows, IReadOnlyList<int> numbers) : IReadOnlyList<ScoredLive>
{
    public int Count => numbers.Count;

    public ScoredLive this[int index] => ScoredLive.Of(rows[numbers[index]]);

    public IEnumerator<ScoredLive> GetEnumerator() => numbers.Select(number => ScoredLive.Of(rows[number])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
