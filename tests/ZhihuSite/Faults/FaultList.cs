using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace LiveQuality.ZhihuSite.Faults;

/// <summary>
/// Faults as people type them: <c>latency=20ms,reset=0.02,429=0.01:first</c>. A number is the share of requests that are hit, unless the
/// name wants something else; <c>:first</c> hits only the first request of an address, <c>:address</c> all of them.
/// </summary>
internal static class FaultList
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan DripPause = TimeSpan.FromMilliseconds(50);

    private static readonly Dictionary<string, Func<Fault>> Shared = new(StringComparer.Ordinal)
    {
        ["reset"] = () => WireFaults.Reset(),
        ["truncated-gzip"] = WireFaults.TruncatedGzip,
        ["long-length"] = () => WireFaults.LongLength(),
        ["drip"] = () => WireFaults.Drip(1_000, DripPause),
        ["429"] = () => Refusals.TooMany(RetryAfter),
        ["429-date"] = () => Refusals.TooManyUntil(RetryAfter),
        ["5xx"] = () => Refusals.Outage(),
        ["captcha"] = Refusals.Captcha,
        ["captcha-redirect"] = Refusals.CaptchaRedirect,
        ["risk"] = Refusals.RiskControl,
        ["login"] = Refusals.LoginWanted,
        ["signature"] = Refusals.SignatureWanted,
        ["gone-live"] = Refusals.GoneLive,
        ["gone-person"] = Refusals.GonePerson,
        ["limited-person"] = Refusals.LimitedPerson,
        ["html"] = PageFaults.Html,
        ["empty-object"] = PageFaults.EmptyObject,
        ["page-before"] = PageFaults.PageBefore,
        ["redirect-loop"] = RedirectFaults.Circle,
        ["redirect-out"] = RedirectFaults.Astray,
        ["bomb-gzip"] = () => BombFaults.Gzip(),
        ["bomb-deflate"] = () => BombFaults.Deflate(),
        ["bomb-br"] = () => BombFaults.Brotli(),
        ["bomb-plain"] = () => BombFaults.Plain(),
    };

    // Their number is no share; it is above 0.
    private static readonly Dictionary<string, Func<int, Fault>> Counted = new(StringComparer.Ordinal)
    {
        ["nested"] = PageFaults.Nested,
        ["depth-empty"] = PageFaults.EmptyBeyond,
        ["depth-repeat"] = PageFaults.RepeatsBeyond,
        ["redirect-chain"] = RedirectFaults.Chain,
        ["bomb-header"] = BombFaults.Header,
    };

    // Their value is a key, and the share of the items that have it otherwise.
    private static readonly Dictionary<string, Func<string, double, Fault>> Keyed = new(StringComparer.Ordinal)
    {
        ["renamed-key"] = (key, items) => SchemaFaults.Renamed(key, "new_" + key.Split('.')[^1], items),
        ["dropped-key"] = SchemaFaults.Dropped,
        ["retyped-key"] = SchemaFaults.Retyped,
    };

    /// <summary>All names that a list may have, with what follows them.</summary>
    public static string Names { get; } = string.Join(
        ' ',
        [
            "latency=MS[..MS]ms",
            .. Shared.Keys.Select(name => $"{name}=SHARE"),
            .. Counted.Keys.Select(name => $"{name}=NUMBER"),
            .. Keyed.Keys.Select(name => $"{name}=KEY[*SHARE]"),
        ]);

    /// <summary>Reads a list.</summary>
    /// <param name="text">Faults with commas between them.</param>
    /// <param name="seed">The plan's seed.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="problem">One line that names the part that is wrong; empty when all is well.</param>
    public static bool TryParse(string text, int seed, [NotNullWhen(true)] out FaultPlan? plan, out string problem)
    {
        (plan, problem) = (null, "");
        var faults = new List<Fault>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (One(part) is not { } fault)
            {
                problem = $"no fault: '{part}'; known are {Names}, each with :first or :address behind it";
                return false;
            }

            faults.Add(fault);
        }

        plan = new FaultPlan(seed, faults);
        return true;
    }

    private static Fault? One(string part)
    {
        var (named, scope) = part.Split(':') switch
        {
            [var all] => (all, (FaultScope?)null),
            [var all, "first"] => (all, FaultScope.FirstRequest),
            [var all, "address"] => (all, FaultScope.Address),
            _ => ("", null),
        };
        var equals = named.IndexOf('=', StringComparison.Ordinal);
        var fault = equals > 0 ? Of(named[..equals], named[(equals + 1)..]) : null;
        return fault is not null && scope is { } said ? fault with { Scope = said } : fault;
    }

    private static Fault? Of(string name, string value) =>
        name == "latency" ? Latency(value)
        : Shared.TryGetValue(name, out var shared) ? (Share(value) is { } share ? shared() with { Share = share } : null)
        : Counted.TryGetValue(name, out var counted) ? (Number(value) is > 0 and var number ? counted(number) : null)
        : Keyed.TryGetValue(name, out var keyed) ? value.Split('*') switch
        {
            [{ Length: > 0 } key] => keyed(key, 1),
            [{ Length: > 0 } key, var text] when Share(text) is { } items => keyed(key, items),
            _ => null,
        }
        : null;

    private static DelayFault? Latency(string value)
    {
        var ends = value.EndsWith("ms", StringComparison.Ordinal) ? value[..^2].Split("..") : [];
        return ends.Length is 1 or 2 && Number(ends[0]) is { } least && Number(ends[^1]) is { } most && least <= most
            ? WireFaults.Latency(TimeSpan.FromMilliseconds(least), TimeSpan.FromMilliseconds(most))
            : null;
    }

    private static double? Share(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 1 ? share : null;

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
