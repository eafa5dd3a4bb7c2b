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
    public async Task Serve_WithACertificateOfOnesOwn_IsReachedByHttpsAndShowsThatOne()
    {
        using var certificates = new Certificates();
        await using var service = Start(certificates.Root.ExportCertificatePem(), certificates.RootKey);
        using var handler = new SocketsHttpHandler();
        string? shown = null;
        handler.SslOptions.RemoteCertificateValidationCallback = (_, theirs, _, _) => (shown = (theirs as X509Certificate2)?.Thumbprint) == certificates.Root.Thumbprint;
        using var client = new HttpClient(handler) { BaseAddress = service.Address };

        await client.UntilAsync("/health/ready", (answer, _) => answer.StatusCode == HttpStatusCode.OK);

        Assert.Equal(certificates.Root.Thumbprint, shown);
    }

    [Fact]
    public async Task Serve_WithAChain_IsTrustedByAClientThatKnowsTheRootAlone()
    {
        using var certificates = new Certificates();
        await using var service = Start(certificates.Pem, certificates.Key);
        var trust = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        trust.CustomTrustStore.Add(certificates.Root);
        using var handler = new SocketsHttpHandler();
        handler.SslOptions.CertificateChainPolicy = trust;
        using var client = new HttpClient(handler) { BaseAddress = service.Address };

        // Each try is a handshake, and one that fails is an answer that never comes.
        await client.UntilAsync("/health/ready", (answer, _) => answer.StatusCode == HttpStatusCode.OK);
    }

    private Service Start(string certificate, ECDsa key) => Service.StartAt(
        new Uri($"https://127.0.0.1:{Service.FreePort()}"),
        _folder.PathOf("."),
        $"sqlite:{_folder.PathOf("tls.db")}",
        ("Http:Certificate", _folder.Write("chain.pem", certificate)),
        ("Http:CertificateKey", _folder.Write("key.pem", key.ExportPkcs8PrivateKeyPem())),
        ("Schedule:FirstRunAtStart", "false"));
}
