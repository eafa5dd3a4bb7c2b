namespace LiveQuality.Crawler.Cleaning;

/// <summary>One thing that is checked or put right. A rule never throws for dirt and never loses it.</summary>
/// <typeparam name="T">The draft it judges.</typeparam>
internal interface ICleaningRule<T>
    where T : class
{
    /// <summary>Name in the quarantine, for example <c>seat-sentinel</c>.</summary>
    string Name { get; }

    CleanResult<T> Apply(T draft);
}
