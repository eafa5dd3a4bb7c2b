using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace LiveQuality.Worker.Tests.Http.Security;

/// <summary>A root, one that it signed for signing, and a server's that this one signed: as a certificate authority sells them.</summary>
internal sealed class Certificates : IDisposable
{
    private readonly ECDsa _middleKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public Certificates()
    {
        var (from, to) = (TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
        Root = Authority("CN=root", RootKey).CreateSelfSigned(from, to);
        Middle = Authority("CN=middle", _middleKey).Create(Root, from, to, [1]);
        using var signer = Middle.CopyWithPrivateKey(_middleKey);
        var server = new CertificateRequest("CN=server", Key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(System.Net.IPAddress.Loopback);
        server.CertificateExtensions.Add(names.Build());
        Server = server.Create(signer, from, to, [2]);
    }

    public X509Certificate2 Root { get; }

    public ECDsa RootKey { get; } = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public X509Certificate2 Middle { get; }

    public X509Certificate2 Server { get; }

    /// <summary>The server's.</summary>
    public ECDsa Key { get; } = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>The file that an operator gets: the server's first, without the root.</summary>
    public string Pem => $"{Server.ExportCertificatePem()}\n{Middle.ExportCertificatePem()}\n";

    public void Dispose()
    {
        Root.Dispose();
        Middle.Dispose();
        Server.Dispose();
        Key.Dispose();
        RootKey.Dispose();
        _middleKey.Dispose();
    }

    private static CertificateRequest Authority(string name, ECDsa key)
    {
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        return request;
    }
}
