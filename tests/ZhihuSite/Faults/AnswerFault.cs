using LiveQuality.ZhihuSite.Site;

namespace LiveQuality.ZhihuSite.Faults;

/// <summary>Another answer than the true one, properly sent.</summary>
/// <param name="Name">For the journal.</param>
/// <param name="Change">The answer so far to the answer that is given.</param>
internal sealed record AnswerFault(string Name, Func<FaultMoment, SiteAnswer, SiteAnswer> Change) : Fault(Name);
