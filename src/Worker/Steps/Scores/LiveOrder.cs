namespace LiveQuality.Worker.Steps.Scores;

/// <summary>How a list of lives is sorted. Lives that do not have the value come last in both directions; of equal ones the id decides, in the same direction.</summary>
/// <param name="By">The value.</param>
/// <param name="Descending">Largest first.</param>
internal readonly record struct LiveOrder(LiveSort By, bool Descending)
{
    /// <summary>Every order there is.</summary>
    public static IReadOnlyList<LiveOrder> All { get; } = [.. Enum.GetValues<LiveSort>().SelectMany(by => new LiveOrder[] { new(by, Descending: false), new(by, Descending: true) })];

    /// <summary>The best first.</summary>
    public static LiveOrder Best => new(LiveSort.Score, Descending: true);

    /// <returns>Null where it is no name of an order.</returns>
    public static LiveOrder? Find(string name) => All.Where(order => order.ToString() == name).Cast<LiveOrder?>().FirstOrDefault();

    /// <summary>The name: <c>score</c>, <c>-score</c> and so on.</summary>
    public override string ToString() => (Descending ? "-" : string.Empty) + By switch
    {
        LiveSort.Score => "score",
        LiveSort.Start => "start",
        LiveSort.Reviews => "reviews",
        _ => "price",
    };
}
