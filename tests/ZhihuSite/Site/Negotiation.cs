using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace LiveQuality.ZhihuSite.Site;

/// <summary>What the client's headers make of an answer: gzip, and 304 for what it has already (RFC 9110, sections 12.5.3 and 13.1.2).</summary>
internal static class Negotiation
{
    private const int TagDigits = 32;

    /// <summary>The answer as this client gets it.</summary>
    public static SiteAnswer Apply(SiteAnswer answer, IHeaderDictionary request, SiteOptions options)
    {
        if (answer.Status != StatusCodes.Status200OK)
        {
            return answer;
        }

        var isEncoded = answer.Headers.Any(header => header.Key == HeaderNames.ContentEncoding);
        var encoded = options.Compress && !isEncoded ? Compressed(answer, request.AcceptEncoding) : answer;
        return options.ETags ? Tagged(encoded, request.IfNoneMatch) : encoded;
    }

    /// <summary>Compressed as the site's front end does it.</summary>
    public static byte[] Gzip(byte[] body)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
        {
            gzip.Write(body);
        }

        return compressed.ToArray();
    }

    private static SiteAnswer Compressed(SiteAnswer answer, StringValues accepted)
    {
        var varying = answer.With(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        var accepts = StringWithQualityHeaderValue.TryParseList(accepted, out var codings)
            && codings.Any(coding => coding.Value.Equals("gzip", StringComparison.OrdinalIgnoreCase) && coding.Quality is not 0);
        return accepts ? (varying with { Body = Gzip(answer.Body) }).With(HeaderNames.ContentEncoding, "gzip") : varying;
    }

    // Of the bytes as sent: compressed ones are another representation and need another strong tag.
    private static SiteAnswer Tagged(SiteAnswer answer, StringValues known)
    {
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(answer.Body))[..TagDigits]}\"");
        var tagged = answer.With(HeaderNames.ETag, tag.ToString());
        var isKnown = EntityTagHeaderValue.TryParseList(known, out var tags)
            && tags.Any(other => other.Equals(EntityTagHeaderValue.Any) || other.Compare(tag, useStrongComparison: false));
        return isKnown ? tagged with { Status = StatusCodes.Status304NotModified, ContentType = "", Body = [] } : tagged;
    }
}
