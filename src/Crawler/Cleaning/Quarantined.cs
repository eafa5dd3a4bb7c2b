using System.Security.Cryptography;
using System.Text;
using LiveQuality.Crawler.Records;

namespace LiveQuality.Crawler.Cleaning;

/// <summary>Makes quarantine entries.</summary>
internal static class Quarantined
{
    private const int KeyBytes = 16;

    public static QuarantineEntry Entry(
        string kind, string rule, string reason, string payload, string? context, string origin, DateTimeOffset observedAt) => new()
        {
            Id = $"{kind}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(payload)).AsSpan(0, KeyBytes))}",
            Kind = kind,
            Rule = rule,
            Reason = reason,
            Payload = payload,
            Context = context,
            Origin = origin,
            ObservedAt = observedAt,
        };
}
