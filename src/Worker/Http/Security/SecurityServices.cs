using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace LiveQuality.Worker.Http.Security;

/// <summary>Who may ask, and how often.</summary>
internal static class SecurityServices
{
    private const string NoCode = "default-src 'self'; script-src 'none'; style-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    // Names by which a browser on this machine calls us, beside the address that is listened on: any other is somebody's attempt to reach us through a name of their own (DNS rebinding).
    private static readonly string[] LocalNames = ["localhost", "127.0.0.1", "[::1]"];

    public static IServiceCollection AddSecurity(this IServiceCollection services)
    {
        services.AddSingleton(provider => new ApiKeys(provider.GetRequiredService<IOptions<HttpOptions>>().Value.Keys));
        services.AddAuthentication(ApiKeyHandler.SchemeName).AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(ApiKeyHandler.SchemeName, _ => { });
        services.Configure<KeyManagementOptions>(options => options.XmlRepository = new KeysInMemory());
        services.AddAuthorization();
        services.AddOptions<Microsoft.AspNetCore.Authorization.AuthorizationOptions>().Configure<IOptions<HttpOptions>>((authorization, http) =>
            authorization.FallbackPolicy = http.Value.Keys.Count > 0 ? authorization.DefaultPolicy : null);
        // The web host asks it by itself, before all that we do; without a body of its own, so that it is answered like every other refusal.
        services.AddHostFiltering(options => options.IncludeFailureMessage = false);
        services.AddOptions<Microsoft.AspNetCore.HostFiltering.HostFilteringOptions>().Configure<IOptions<HttpOptions>>((filter, http) =>
            filter.AllowedHosts = http.Value.Keys.Count > 0 ? ["*"] : [.. LocalNames, $"{ListenAddress.Parse(http.Value.Address)!.Nearest.Address}"]);
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<HttpOptions>>((limiter, http) => Limit(limiter, http.Value));
        return services;
    }

    /// <summary>What every request passes first.</summary>
    public static void UseSecurity(this WebApplication app)
    {
        if (app.Services.GetRequiredService<IOptions<HttpOptions>>().Value.BehindProxy)
        {
            var forwarded = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = 1 };
            // Whoever stands before us is believed: that is what the option says.
            forwarded.KnownIPNetworks.Clear();
            forwarded.KnownProxies.Clear();
            app.UseForwardedHeaders(forwarded);
        }

        app.Use((context, next) =>
        {
            // Last of all: what answers for an exception clears the headers first.
            context.Response.OnStarting(() =>
            {
                var headers = context.Response.Headers;
                headers.ContentSecurityPolicy = NoCode;
                headers.XContentTypeOptions = "nosniff";
                headers["Referrer-Policy"] = "same-origin";
                return Task.CompletedTask;
            });
            return next(context);
        });
        app.UseRateLimiter();
        app.UseCrossSiteGuard();
        app.UseAuthentication();
        app.UseAuthorization();
    }

    private static void Limit(RateLimiterOptions limiter, HttpOptions http)
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => http.IsOpen
            ? RateLimitPartition.GetFixedWindowLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? string.Empty,
                _ => new FixedWindowRateLimiterOptions { PermitLimit = http.RequestsPerMinute, Window = TimeSpan.FromMinutes(1) })
            : RateLimitPartition.GetNoLimiter(string.Empty));
        limiter.OnRejected = async (rejected, cancellationToken) =>
        {
            if (rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after))
            {
                rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(after.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            }

            await Results.Problem(statusCode: StatusCodes.Status429TooManyRequests, detail: $"more than {http.RequestsPerMinute} requests in a minute").ExecuteAsync(rejected.HttpContext);
        };
    }
}
