using System.Security.Cryptography;

namespace LiveQuality.Worker.Http.Dashboard;

/// <summary>The style sheet's address, with a hash of it: a new one is fetched at once, an old one never again.</summary>
internal sealed class StyleSheet(IWebHostEnvironment environment)
{
    private const string File = "livequality.css";
    private const int Digits = 12;

    /// <summary>The address.</summary>
    public string Address { get; } = $"/{File}?v={Hash(environment)}";

    private static string Hash(IWebHostEnvironment environment)
    {
        var file = environment.WebRootFileProvider.GetFileInfo(File);
        if (!file.Exists)
        {
            return "0";
        }

        using var stream = file.CreateReadStream();
        return Convert.ToHexStringLower(SHA256.HashData(stream))[..Digits];
    }
}
