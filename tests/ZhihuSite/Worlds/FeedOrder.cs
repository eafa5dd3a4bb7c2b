namespace LiveQuality.ZhihuSite.Worlds;

/// <summary>The feed's order: newest <c>starts_at</c> first, equal ones by id, highest first.</summary>
internal sealed class FeedOrder : IComparer<WorldLive>
{
    public static FeedOrder Instance { get; } = new();

    public int Compare(WorldLive? x, WorldLive? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        var byStart = y.StartsAt.CompareTo(x.StartsAt);
        return byStart != 0 ? byStart : string.CompareOrdinal(y.Id, x.Id);
    }
}
