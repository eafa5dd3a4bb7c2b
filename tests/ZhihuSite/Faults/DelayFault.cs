namespace LiveQuality.ZhihuSite.Faults;

/// <summary>The answer comes late.</summary>
/// <param name="Name">For the journal.</param>
/// <param name="Least">Shortest wait.</param>
/// <param name="Most">Longest wait; all between are equally likely.</param>
internal sealed record DelayFault(string Name, TimeSpan Least, TimeSpan Most) : Fault(Name);
