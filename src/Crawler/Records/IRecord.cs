namespace LiveQuality.Crawler.Records;

/// <summary>Anything that is kept in a collection under a natural key.</summary>
public interface IRecord
{
    /// <summary>Natural key inside its collection: writing the same thing twice meets the same key.</summary>
    string Id { get; }
}
