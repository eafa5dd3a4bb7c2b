using LiveQuality.ZhihuSite.Site;

namespace LiveQuality.ZhihuSite.Faults;

/// <summary>An answer that is not sent as it should be.</summary>
/// <param name="Name">For the journal.</param>
/// <param name="SendAsync">Sends it.</param>
internal sealed record SendFault(string Name, Func<Exchange, Task> SendAsync) : Fault(Name);
