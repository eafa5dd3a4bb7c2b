namespace LiveQuality.Crawler.Records;

/// <summary>A record of something that lives outside and is seen again and again, often in part.</summary>
/// <remarks>In such a record null means "this view did not say"; it never overwrites what an earlier view said.</remarks>
public interface IObserved : IRecord
{
    /// <summary>When the current values were first seen, UTC.</summary>
    DateTimeOffset ObservedAt { get; }
}
