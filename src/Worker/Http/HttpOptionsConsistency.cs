using Microsoft.Extensions.Options;

namespace LiveQuality.Worker.Http;

/// <summary>What may not be: an address that is none, a key that is no hash, and an open door.</summary>
internal sealed class HttpOptionsConsistency : IValidateOptions<HttpOptions>
{
    private const int HashDigits = 64;

    public ValidateOptionsResult Validate(string? name, HttpOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(HttpOptions options)
    {
        if (ListenAddress.Parse(options.Address) is not { } address)
        {
            // Not repeated where it may hold a password.
            yield return $"Http:Address: {(options.Address.Contains('@', StringComparison.Ordinal) ? string.Empty : $"'{options.Address}' ")}must be http:// or https://, an IP address, localhost or *, and a port";
            yield break;
        }

        foreach (var (key, _) in options.Keys.Where(pair => pair.Value.Length != HashDigits || !pair.Value.All(char.IsAsciiHexDigit)))
        {
            // Not repeated: somebody may have put the key itself there.
            yield return $"Http:Keys:{key}: must be the SHA-256 of a key, {HashDigits} hex digits; `livequality keys new` makes one";
        }

        if (options.IsOpen && options.Keys.Count == 0)
        {
            yield return $"Http:Keys: {options.Address}{(options.BehindProxy ? " behind a proxy" : string.Empty)} is open to others than this machine, so API keys are needed; `livequality keys new` makes one";
        }

        if (!address.IsLoopback && !address.IsHttps && !options.BehindProxy)
        {
            yield return $"Http:Address: {options.Address} would send keys in the clear; use https:// with Http:Certificate, or set Http:BehindProxy where a proxy ends TLS";
        }

        foreach (var fault in address.IsHttps ? CertificateFaults(options) : [])
        {
            yield return fault;
        }
    }

    private static List<string> CertificateFaults(HttpOptions options)
    {
        var missing = new[] { ("Http:Certificate", options.Certificate), ("Http:CertificateKey", options.CertificateKey) }
            .Where(pair => !File.Exists(pair.Item2))
            .Select(pair => pair.Item2 is null ? $"{pair.Item1}: https needs a PEM file" : $"{pair.Item1}: there is no file {pair.Item2}")
            .ToList();
        return missing.Count > 0 ? missing : ServerCertificate.Fault(options) is { } fault ? [fault] : [];
    }
}
