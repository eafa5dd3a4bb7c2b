using LiveQuality.ZhihuSite.Site;
using LiveQuality.ZhihuSite.Worlds;

namespace LiveQuality.ZhihuSite.Faults;

/// <summary>
/// What goes wrong, by seed: whether a request is hit follows from the seed, the fault, and the request's address, occurrence and number,
/// so that the same requests meet the same faults in every run.
/// </summary>
/// <param name="Seed">Any number.</param>
/// <param name="Faults">In the order in which they are applied.</param>
internal sealed record FaultPlan(int Seed, params IReadOnlyList<Fault> Faults)
{
    /// <summary>Nothing goes wrong.</summary>
    public static FaultPlan None { get; } = new(0);

    /// <summary>The faults that hit a request, each with its own chance for what is still to be drawn.</summary>
    public IEnumerable<(Fault Fault, Random Chance)> Hitting(SiteRequest request) =>
        Faults.Select((fault, place) => (Fault: fault, Chance: ChanceOf(fault, place, request)))
            .Where(drawn => IsPossible(drawn.Fault, request) && drawn.Chance.NextBool(drawn.Fault.Share));

    private static bool IsPossible(Fault fault, SiteRequest request) =>
        request.Number >= fault.FromRequest && request.Number <= fault.ToRequest
        && (fault.Scope != FaultScope.FirstRequest || request.Occurrence == 0)
        && fault.Only(request);

    private Random ChanceOf(Fault fault, int place, SiteRequest request) => fault.Scope switch
    {
        FaultScope.EachRequest => Chance.For(Seed, $"{request.Occurrence}/{fault.Name}/{request.Address}", place),
        FaultScope.Burst => Chance.For(Seed, $"{(request.Number - 1) / fault.BurstLength}/{fault.Name}/burst", place),
        _ => Chance.For(Seed, $"{fault.Name}/{request.Address}", place),
    };
}
