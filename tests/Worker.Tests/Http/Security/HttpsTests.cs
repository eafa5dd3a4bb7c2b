using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using LiveQuality.Tests;
using LiveQuality.Worker.Tests.Http.Api;
using LiveQuality.Worker.Tests.Jobs;
using Xunit;

namespace LiveQuality.Worker.Tests.Http.Security;

/// <summary>TLS with files as an operator gives them.</summary>
public sealed class HttpsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Serve_WithACertificate_IsReachedByHttpsAndShowsThatOne()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        await using var service = Service.StartAt(
            new Uri($"https://127.0.0.1:{Service.FreePort()}"),
            _folder.PathOf("."),
            $"sqlite:{_folder.PathOf("tls.db")}",
            ("Http:Certificate", _folder.Write("cert.pem", certificate.ExportCertificatePem())),
            ("Http:CertificateKey", _folder.Write("key.pem", key.ExportPkcs8PrivateKeyPem())),
            ("Schedule:FirstRunAtStart", "false"));
        using var handler = new SocketsHttpHandler();
        string? shown = null;
        handler.SslOptions.RemoteCertificateValidationCallback = (_, theirs, _, _) => (shown = (theirs as X509Certificate2)?.Thumbprint) == certificate.Thumbprint;
        using var client = new HttpClient(handler) { BaseAddress = service.Address };

        await client.UntilAsync("/health/ready", (answer, _) => answer.StatusCode == HttpStatusCode.OK);

        Assert.Equal(certificate.Thumbprint, shown);
    }
}
