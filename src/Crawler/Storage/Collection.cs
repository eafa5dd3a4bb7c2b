namespace LiveQuality.Crawler.Storage;

/// <summary>A named set of records, whatever their type.</summary>
/// <param name="Name">Name of the table or collection.</param>
public abstract record Collection(string Name)
{
    /// <summary>Names of the fields that can be queried.</summary>
    public abstract IReadOnlyList<string> IndexedFields { get; }
}
