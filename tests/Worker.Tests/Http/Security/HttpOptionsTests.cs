using System.Security.Cryptography;
using LiveQuality.Tests;
using LiveQuality.Worker.Http;
using LiveQuality.Worker.Http.Security;
using Xunit;

namespace LiveQuality.Worker.Tests.Http.Security;

/// <summary>Doors that must not stand open, and settings that cannot be meant.</summary>
public sealed class HttpOptionsTests : IDisposable
{
    private const string Secret = "the key itself";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("http://127.0.0.1:8080", false, false)]
    [InlineData("http://localhost:8080", false, false)]
    [InlineData("http://[::1]:8080", false, false)]
    [InlineData("http://127.0.0.1:8080", false, true)]
    [InlineData("http://127.0.0.1:8080", true, true)]
    [InlineData("http://*:8080", true, true)]
    public void Options_OfADoorThatIsGuarded_AreRight(string address, bool behindProxy, bool hasKey) => Assert.Empty(Faults(address, behindProxy, hasKey));

    [Theory]
    [InlineData("http://0.0.0.0:8080", true, false, "Http:Keys: ")]
    [InlineData("http://*:8080", true, false, "Http:Keys: ")]
    [InlineData("http://127.0.0.1:8080", true, false, "Http:Keys: ")]
    [InlineData("http://0.0.0.0:8080", false, true, "Http:Address: ")]
    [InlineData("http://[::]:8080", false, true, "Http:Address: ")]
    [InlineData("http://192.0.2.1:8080", false, true, "Http:Address: ")]
    [InlineData("ftp://127.0.0.1:8080", false, true, "Http:Address: ")]
    [InlineData("http://example.org:8080", false, true, "Http:Address: ")]
    [InlineData("http://127.0.0.1:8080/path", false, true, "Http:Address: ")]
    [InlineData("127.0.0.1:8080", false, true, "Http:Address: ")]
    [InlineData("", false, true, "Http:Address: ")]
    public void Options_OfAnOpenDoor_AreOneLine(string address, bool behindProxy, bool hasKey, string start) =>
        Assert.StartsWith(start, Assert.Single(Faults(address, behindProxy, hasKey)), StringComparison.Ordinal);

    [Fact]
    public void Options_OfAnOpenDoorWithoutAnything_SayBoth() => Assert.Equal(2, Faults("http://0.0.0.0:80", behindProxy: false, hasKey: false).Count);

    [Fact]
    public void Options_KeyThatIsNoHash_IsNamedAndNotRepeated()
    {
        var options = new HttpOptions();
        options.Keys["ann"] = Secret;

        var fault = Assert.Single(Faults(options));

        Assert.StartsWith("Http:Keys:ann: ", fault, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_AddressWithAPassword_IsNotRepeated() =>
        Assert.DoesNotContain("s3cret", Assert.Single(Faults("http://user:s3cret@127.0.0.1:8080", behindProxy: false, hasKey: true)), StringComparison.Ordinal);

    [Theory]
    [InlineData(null, null, "Http:Certificate: https needs a PEM file", "Http:CertificateKey: https needs a PEM file")]
    [InlineData("there.pem", "missing.pem", "Http:CertificateKey: there is no file")]
    [InlineData("missing.pem", "there.pem", "Http:Certificate: there is no file")]
    public void Options_HttpsWithoutItsFiles_NamesThem(string? certificate, string? key, params string[] starts)
    {
        _folder.Write("there.pem", "x");
        var options = new HttpOptions { Address = "https://127.0.0.1:8443", Certificate = In(certificate), CertificateKey = In(key) };

        Assert.Equal(starts, Faults(options).Select((fault, number) => fault[..starts[number].Length]));

        string? In(string? name) => name is null ? null : _folder.PathOf(name);
    }

    [Fact]
    public void Options_CertificateFileWithoutACertificate_IsNamed()
    {
        using var certificates = new Certificates();
        foreach (var text in new[] { "garbage", certificates.Key.ExportPkcs8PrivateKeyPem(), "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n" })
        {
            var fault = FaultOf(text, certificates.Key.ExportPkcs8PrivateKeyPem());

            Assert.StartsWith($"Http:Certificate: {_folder.PathOf("chain.pem")} ", fault, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Options_KeyFileThatIsNotTheCertificatesOwn_IsNamedAndNotRepeated()
    {
        using var certificates = new Certificates();
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var encrypted = certificates.Key.ExportEncryptedPkcs8PrivateKeyPem(Secret, new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1));
        foreach (var text in new[] { Secret, other.ExportPkcs8PrivateKeyPem(), encrypted })
        {
            var fault = FaultOf(certificates.Pem, text);

            Assert.StartsWith($"Http:CertificateKey: {_folder.PathOf("key.pem")} must be the private key, in PEM and not encrypted, of the first certificate in ", fault, StringComparison.Ordinal);
            Assert.DoesNotContain(text, fault, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Options_CertificateWithItsKey_AreRight()
    {
        using var certificates = new Certificates();

        Assert.Null(FaultOf(certificates.Pem, certificates.Key.ExportPkcs8PrivateKeyPem()));
    }

    private string? FaultOf(string certificate, string key) => Faults(new HttpOptions
    {
        Address = "https://127.0.0.1:8443",
        Certificate = _folder.Write("chain.pem", certificate),
        CertificateKey = _folder.Write("key.pem", key),
    }).SingleOrDefault();

    private static List<string> Faults(string address, bool behindProxy, bool hasKey)
    {
        var options = new HttpOptions { Address = address, BehindProxy = behindProxy };
        if (hasKey)
        {
            options.Keys["ann"] = ApiKeys.Hash("k");
        }

        return Faults(options);
    }

    private static List<string> Faults(HttpOptions options) => [.. new HttpOptionsConsistency().Validate(null, options).Failures ?? []];
}
