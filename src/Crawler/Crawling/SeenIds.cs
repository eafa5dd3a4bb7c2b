namespace LiveQuality.Crawler.Crawling;

/// <summary>
/// Ids met so far on each list in this run. A page with nothing new ends its list: past a hidden depth the site repeats its first rows for ever
/// (zhihu-oauth issue 51).
/// </summary>
internal sealed class SeenIds
{
    private readonly Dictionary<string, HashSet<string>> _lists = new(StringComparer.Ordinal);

    /// <returns>Whether the page had an id that its list did not have before.</returns>
    public bool AddPage(string list, IEnumerable<string> ids)
    {
        if (!_lists.TryGetValue(list, out var seen))
        {
            _lists[list] = seen = new HashSet<string>(StringComparer.Ordinal);
        }

        var any = false;
        foreach (var id in ids)
        {
            any |= seen.Add(id);
        }

        return any;
    }

    /// <summary>Forgets a list that has ended.</summary>
    public void End(string list) => _lists.Remove(list);
}
