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

        foreach (var (key, file) in new[] { ("Http:Certificate", options.Certificate), ("Http:CertificateKey", options.CertificateKey) }.Where(_ => address.IsHttps))
        {
            if (file is null || !File.Exists(file))
            {
                yield return file is null ? $"{key}: https needs a PEM file" : $"{key}: there is no file {file}";
            }
        }
    }
}
