using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace LiveQuality.Worker.Http;

/// <summary>Where the API and the dashboard are served, and to whom. Bound from <c>Http</c>.</summary>
internal sealed class HttpOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Http";

    /// <summary>Address to listen on: <c>http://</c> or <c>https://</c>, an IP address, <c>localhost</c> or <c>*</c> for all, and a port; port 0 takes a free one.</summary>
    /// <value>The default is <c>http://127.0.0.1:8080</c>: this machine only.</value>
    [Required]
    public string Address { get; set; } = HttpDefaults.Address;

    /// <summary>Whether a reverse proxy stands in front, ends TLS and sets <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c>; only the nearest one is believed.</summary>
    /// <value>The default is false.</value>
    public bool BehindProxy { get; set; }

    /// <summary>File of the certificate chain, PEM, the server's own first; for <c>https</c>. Read at start.</summary>
    /// <value>The default is null.</value>
    public string? Certificate { get; set; }

    /// <summary>File of the certificate's private key, PEM, not encrypted.</summary>
    /// <value>The default is null.</value>
    public string? CertificateKey { get; set; }

    /// <summary>API keys by a name of your choice: the SHA-256 of each, 64 hex digits, as <c>livequality keys new</c> prints it. With any, every request but those for health needs one.</summary>
    /// <value>The default is none, which is right for this machine only.</value>
    public Dictionary<string, string> Keys { get; } = [];

    /// <summary>Most requests of one client in a minute, where others than this machine may ask.</summary>
    /// <value>The default is 600.</value>
    [Range(1, 1_000_000)]
    public int RequestsPerMinute { get; set; } = HttpDefaults.RequestsPerMinute;

    /// <summary>Largest body of a request, bytes.</summary>
    /// <value>The default is 10 MiB.</value>
    [Range(1024, 100 * 1024 * 1024)]
    public long LargestBody { get; set; } = HttpDefaults.LargestBody;

    /// <summary>Whether others than this machine may ask.</summary>
    internal bool IsOpen => BehindProxy || ListenAddress.Parse(Address)?.IsLoopback == false;
}

internal static class HttpDefaults
{
    public const string Address = "http://127.0.0.1:8080";
    public const int RequestsPerMinute = 600;
    public const long LargestBody = 10 * 1024 * 1024;
}

[OptionsValidator]
internal sealed partial class HttpOptionsRanges : IValidateOptions<HttpOptions>;
