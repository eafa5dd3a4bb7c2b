namespace LiveQuality.Mining.Faces.Networks;

/// <summary>
/// One pass over the people: so many people a batch, so many faces of each. People with one face are nobody's positive and everybody's negative.
/// </summary>
/// <param name="people">Who each row is.</param>
/// <param name="options">How many of both.</param>
internal sealed class TripletBatches(IReadOnlyList<int> people, TripletOptions options)
{
    private readonly int[][] _rowsOf = [.. Enumerable.Range(0, people.Count).GroupBy(row => people[row]).OrderBy(person => person.Key).Select(rows => rows.ToArray())];

    /// <summary>Whether there is anybody with two faces, and somebody else.</summary>
    public bool CanTeach => _rowsOf.Length > 1 && _rowsOf.Any(rows => rows.Length > 1);

    /// <summary>Draws the rows of each batch; of a person with more faces than fit, a new choice each time.</summary>
    public IEnumerable<int[]> Draw(Random chance)
    {
        var order = Enumerable.Range(0, _rowsOf.Length).ToArray();
        chance.Shuffle(order);
        foreach (var batch in order.Chunk(options.People))
        {
            yield return [.. batch.SelectMany(person => SomeOf(_rowsOf[person], chance))];
        }
    }

    private IEnumerable<int> SomeOf(int[] rows, Random chance)
    {
        var shuffled = rows.ToArray();
        chance.Shuffle(shuffled);
        return shuffled.Take(options.Faces);
    }
}
