using System.Net;
using Microsoft.Extensions.Options;

namespace LiveQuality.Worker.Jobs.Notices;

/// <summary>Who is told what somebody should hear of. Bound from <c>Notices</c>.</summary>
internal sealed class NoticeOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Notices";

    /// <summary>The webhook: an <c>https</c> address, or an <c>http</c> one of this machine, that takes a POST of JSON.</summary>
    /// <value>The default is null: nobody is told; notices are stored all the same.</value>
    public string? Url { get; set; }

    /// <summary>What notices are signed with (HMAC-SHA256), 16 characters or more. A secret: from the environment or a file.</summary>
    /// <value>The default is null: notices are not signed.</value>
    public string? Secret { get; set; }
}

internal sealed class NoticeOptionsConsistency : IValidateOptions<NoticeOptions>
{
    private const int ShortestSecret = 16;

    public ValidateOptionsResult Validate(string? name, NoticeOptions options)
    {
        // The address may hold a token: it is not repeated.
        if (options.Url is not null && !(Uri.TryCreate(options.Url, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && IsThisMachine(url)))))
        {
            return ValidateOptionsResult.Fail("Notices:Url: must be an https address, or an http one of this machine");
        }

        return options.Secret is { Length: < ShortestSecret }
            ? ValidateOptionsResult.Fail($"Notices:Secret: must have {ShortestSecret} characters or more")
            : ValidateOptionsResult.Success;
    }

    private static bool IsThisMachine(Uri url) => url.Host == "localhost" || (IPAddress.TryParse(url.DnsSafeHost, out var ip) && IPAddress.IsLoopback(ip));
}
