namespace LiveQuality.Crawler.Zhihu;

/// <summary>An answer about one thing.</summary>
/// <typeparam name="T">The wire type.</typeparam>
/// <param name="Item">The thing.</param>
/// <param name="Fields">Which fields were there.</param>
public sealed record SingleAnswer<T>(SiteItem<T> Item, FieldCounts Fields)
    where T : class;
