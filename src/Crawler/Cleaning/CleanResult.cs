namespace LiveQuality.Crawler.Cleaning;

/// <summary>What a rule made of a draft: kept, perhaps changed, or set aside with a reason. Nothing is dropped.</summary>
/// <param name="Kept">The draft; null where it is set aside.</param>
/// <param name="Rule">The rule that set it aside.</param>
/// <param name="Reason">Why, naming field and value.</param>
internal readonly record struct CleanResult<T>(T? Kept, string? Rule, string? Reason)
    where T : class
{
    public static CleanResult<T> Keep(T draft) => new(draft, null, null);

    public static CleanResult<T> Quarantine(string rule, string reason) => new(null, rule, reason);
}
