using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace LiveQuality.Worker.Http;

/// <summary>What <c>https</c> shows: the certificate of the server, which is the first of its file, and those that lead from it to one that clients know.</summary>
internal static class ServerCertificate
{
    /// <summary>Reads both files.</summary>
    /// <exception cref="CryptographicException">What is in them is no certificate, or not its key.</exception>
    public static (X509Certificate2 Certificate, X509Certificate2Collection Chain) Load(HttpOptions options) =>
        (X509Certificate2.CreateFromPemFile(options.Certificate!, options.CertificateKey), Chain(options.Certificate!));

    /// <summary>One line that names the option whose file cannot be used; null where both can.</summary>
    public static string? Fault(HttpOptions options) =>
        Fault("Http:Certificate", options.Certificate!, "must hold certificates in PEM", () => Chain(options.Certificate!).Count > 0)
        // Encrypted keys are not told apart: there is no option for a password.
        ?? Fault("Http:CertificateKey", options.CertificateKey!, $"must be the private key, in PEM and not encrypted, of the first certificate in {options.Certificate}", () => Load(options).Certificate.HasPrivateKey);

    private static string? Fault(string option, string file, string rule, Func<bool> isRight)
    {
        try
        {
            if (isRight())
            {
                return null;
            }
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            // It is not as the rule says; the latter is what an elliptic key of another certificate is.
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"{option}: {file} cannot be read: {e.Message}";
        }

        return $"{option}: {file} {rule}";
    }

    private static X509Certificate2Collection Chain(string file)
    {
        var chain = new X509Certificate2Collection();
        chain.ImportFromPemFile(file);
        return chain;
    }
}
