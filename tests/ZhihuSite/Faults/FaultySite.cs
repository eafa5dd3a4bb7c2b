using LiveQuality.ZhihuSite.Site;

namespace LiveQuality.ZhihuSite.Faults;

/// <summary>The invented site with what goes wrong and what happens meanwhile.</summary>
internal sealed class FaultySite(InventedSite site, FaultPlan plan, IReadOnlyList<ScriptStep> script, TimeProvider time)
{
    private readonly Lock _oneAtATime = new();
    private readonly Dictionary<string, int> _askedAddresses = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _askedPaths = new(StringComparer.Ordinal);
    private readonly List<ScriptStep> _toCome = [.. script];
    private readonly bool _isPlain = plan.Faults.Count == 0 && script.Count == 0;
    private int _number;

    /// <summary>Answers a GET.</summary>
    /// <param name="path">For example <c>/lives</c>.</param>
    /// <param name="query">With its question mark, or empty.</param>
    public Reply Answer(string path, string query)
    {
        if (_isPlain)
        {
            return new Reply(site.Answer(path, query));
        }

        if (RedirectFaults.TryFollow(path, query, out var rest, out var redirect))
        {
            return new Reply(redirect ?? site.Answer(rest, query));
        }

        // One after the other: what is counted, answered and changed must not depend on which thread was faster.
        lock (_oneAtATime)
        {
            var reply = path == "/robots.txt" ? new Reply(site.Answer(path, query)) : Reply(Numbered(path, query));
            Happen(path);
            return reply;
        }
    }

    private SiteRequest Numbered(string path, string query)
    {
        var asked = _askedAddresses.GetValueOrDefault(path + query);
        _askedAddresses[path + query] = asked + 1;
        _askedPaths[path] = _askedPaths.GetValueOrDefault(path) + 1;
        return new SiteRequest(++_number, asked, path, query);
    }

    private Reply Reply(SiteRequest request)
    {
        var reply = new Reply(site.Answer(request.Path, request.Query));
        foreach (var (fault, chance) in plan.Hitting(request))
        {
            reply = fault switch
            {
                DelayFault delay => reply with { Delay = reply.Delay + delay.Least + (chance.NextDouble() * (delay.Most - delay.Least)) },
                AnswerFault answer => reply with { Answer = answer.Change(new FaultMoment(request, site, plan.Seed, chance, time.GetUtcNow()), reply.Answer) },
                SendFault sending => reply with { Sending = sending },
                _ => throw new InvalidOperationException($"{fault.Name} is no fault that can be played"),
            };
            reply = reply with { Faults = [.. reply.Faults, fault.Name] };
        }

        return reply;
    }

    private void Happen(string path)
    {
        foreach (var step in _toCome.Where(IsDue).ToArray())
        {
            _toCome.Remove(step);
            step.Happens();
        }

        bool IsDue(ScriptStep step) => step.Path is { } only
            ? path == only && _askedPaths[path] >= step.AfterRequests
            : _number >= step.AfterRequests;
    }
}
