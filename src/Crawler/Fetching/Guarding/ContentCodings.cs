using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;

namespace LiveQuality.Crawler.Fetching.Guarding;

/// <summary>Which compressions a body went through, outermost first (RFC 9110, section 8.4).</summary>
internal static class ContentCodings
{
    /// <summary>What is asked for.</summary>
    public const string Accepted = "gzip, deflate, br";

    // One more than anybody sends; each layer costs time, and a bomb in a bomb in a bomb is no accident.
    private const int Most = 2;

    /// <param name="headers">The body's headers.</param>
    /// <param name="codings">The compressions in the order in which to undo them; none for a plain body.</param>
    /// <param name="problem">Why the body cannot be decompressed, as the end of a sentence.</param>
    public static bool TryRead(
        HttpContentHeaders headers, [NotNullWhen(true)] out IReadOnlyList<ContentCoding>? codings, [NotNullWhen(false)] out string? problem)
    {
        var names = headers.NonValidated.TryGetValues("Content-Encoding", out var values)
            ? values.SelectMany(Split).Take(Most + 1).Reverse().ToList()
            : [];
        var known = names.ConvertAll(Find);
        problem = null;
        if (names.Count > Most)
        {
            problem = $"answered with a body compressed more than {Most} times";
        }
        else if (known.IndexOf(null) is >= 0 and var unknown)
        {
            problem = $"answered in an encoding that was not asked for, '{ShownAddress.Plain(names[unknown], 20)}'";
        }

        codings = problem is null ? [.. known.OfType<ContentCoding>().Where(coding => coding != ContentCoding.None)] : null;
        return problem is null;
    }

    private static string[] Split(string value) => value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static ContentCoding? Find(string name) => name.ToUpperInvariant() switch
    {
        "GZIP" or "X-GZIP" => ContentCoding.Gzip,
        "DEFLATE" => ContentCoding.Deflate,
        "BR" => ContentCoding.Brotli,
        "IDENTITY" => ContentCoding.None,
        _ => null,
    };
}
