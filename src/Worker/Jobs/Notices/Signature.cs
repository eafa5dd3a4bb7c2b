using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace LiveQuality.Worker.Jobs.Notices;

/// <summary>
/// Shows a webhook that a notice is ours and of now: <c>t=UNIX,v1=HEX</c>, where HEX is the HMAC-SHA256 of the time, a full stop and the body, in the form that Stripe made known. Whoever checks it computes the same and refuses
/// old times.
/// </summary>
internal static class Signature
{
    public static string Of(ReadOnlySpan<byte> body, string secret, DateTimeOffset now)
    {
        var time = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.UTF8.GetBytes(time), (byte)'.', .. body];
        return $"t={time},v1={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed))}";
    }
}
