namespace LiveQuality.Crawler.Zhihu;

/// <summary>One page of a list.</summary>
/// <typeparam name="T">The wire type of its items.</typeparam>
/// <param name="Items">Every item, readable or not, in the site's order.</param>
/// <param name="IsEnd">Whether the site calls it the last page; false where it does not say.</param>
/// <param name="NextOffset">The offset in <c>paging.next</c>; null where there is none. The address itself is never followed: the site sends it even on the last page, and with http.</param>
/// <param name="Fields">Which fields were there.</param>
public sealed record ListPage<T>(IReadOnlyList<SiteItem<T>> Items, bool IsEnd, int? NextOffset, FieldCounts Fields)
    where T : class;
