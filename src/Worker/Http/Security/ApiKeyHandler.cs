using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace LiveQuality.Worker.Http.Security;

/// <summary>
/// Who asks: by <c>Authorization: Bearer KEY</c> (RFC 6750), <c>X-Api-Key: KEY</c>, or, so that a browser can ask for it, HTTP Basic (RFC 7617) with any user and the key as the password.
/// </summary>
internal sealed class ApiKeyHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, ApiKeys keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    /// <summary>Name of the scheme.</summary>
    public const string SchemeName = "ApiKey";

    /// <summary>The header of our own.</summary>
    public const string Header = "X-Api-Key";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Presented() is not { Length: > 0 } key)
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        return Task.FromResult(keys.NameOf(key) is { } name
            ? AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, name)], SchemeName)), SchemeName))
            : AuthenticateResult.Fail("no such API key"));
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        // Basic is what makes a browser ask.
        Response.Headers.WWWAuthenticate = "Basic realm=\"LiveQuality\", charset=\"UTF-8\"";
        await Results.Problem(statusCode: StatusCodes.Status401Unauthorized, detail: $"an API key is needed: Authorization: Bearer, {Header}, or as the password of Basic").ExecuteAsync(Context);
    }

    private string? Presented()
    {
        if (Request.Headers[Header] is [{ } own])
        {
            return own;
        }

        if (!AuthenticationHeaderValue.TryParse(Request.Headers[HeaderNames.Authorization], out var header) || header.Parameter is not { } parameter)
        {
            return null;
        }

        return header.Scheme.ToUpperInvariant() switch
        {
            "BEARER" => parameter,
            "BASIC" => Password(parameter),
            _ => null,
        };
    }

    private static string? Password(string parameter)
    {
        var bytes = new byte[parameter.Length];
        return Convert.TryFromBase64String(parameter, bytes, out var count) && Encoding.UTF8.GetString(bytes, 0, count).Split(':', 2) is [_, var password] ? password : null;
    }
}
