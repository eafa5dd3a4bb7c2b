using LiveQuality.Mining.Faces.Weights;
using LiveQuality.Tests;
using Xunit;

namespace LiveQuality.Mining.Tests.Faces.Weights;

public sealed class FaceModelFilesTests : IDisposable
{
    private readonly TemporaryFolder _place = new();

    private FaceModelFiles Files => new(Path.GetDirectoryName(_place.PathOf("x"))!, FakePackage.Good.Catalog);

    public static TheoryData<string> Known =>
        [FaceModelFiles.Mtcnn, FaceModelFiles.Dlib, FaceModelFiles.Faceres, FaceModelFiles.Fr, FaceModelFiles.UltraFace];

    public void Dispose() => _place.Dispose();

    [Fact]
    public void Require_FilesAsPublished_SaysWhere()
    {
        var manifest = _place.Write("net.json", FakePackage.Manifest);
        _place.Write("net.bin", FakePackage.Shard);

        Assert.Equal(manifest, Files.Require("net.json"));
    }

    [Theory]
    [InlineData("net.json")]
    [InlineData("net.bin")]
    public void Require_ManifestWhereAFileOfItsModelIsTampered_Refuses(string tampered)
    {
        _place.Write("net.json", FakePackage.Manifest);
        _place.Write("net.bin", FakePackage.Shard);
        var path = _place.Write(tampered, [.. tampered == "net.bin" ? FakePackage.Shard[..^1] : "{"u8.ToArray(), 0xEE]);

        var error = Assert.Throws<MiningException>(() => Files.Require("net.json"));

        Assert.Equal($"{path} is not the file that was published: its SHA-256 differs (run: livequality faces install)", error.Message);
    }

    [Fact]
    public void Require_ShardMissing_SaysHowToGetIt()
    {
        _place.Write("net.json", FakePackage.Manifest);

        var error = Assert.Throws<MiningException>(() => Files.Require("net.json"));

        Assert.Equal($"face models are not installed: {_place.PathOf("net.bin")} is missing (run: livequality faces install)", error.Message);
    }

    [Fact]
    public void Require_AFileThatNoPackageHas_IsABug() => Assert.Throws<ArgumentException>(() => Files.Require("passwd"));

    [Theory]
    [MemberData(nameof(Known))]
    public void Catalog_EveryNameOfTheHouse_IsInIt(string name) => Assert.Contains(FaceModelCatalog.Default.ModelOf(name), file => file.Name == name);

    [Fact]
    public void Catalog_Pins_AreWhole()
    {
        Assert.Equal(4, FaceModelCatalog.Default.Packages.Count);
        Assert.All(FaceModelCatalog.Default.Packages, package =>
        {
            Assert.StartsWith("sha512-", package.Integrity, StringComparison.Ordinal);
            Assert.Equal(64, Convert.FromBase64String(package.Integrity["sha512-".Length..]).Length);
            Assert.NotEmpty(package.Licence);
            Assert.NotEmpty(package.Provenance);
            Assert.Matches(@"^\d+\.\d+\.\d+$", package.Version);
            Assert.All(package.Files, file => Assert.Matches("^[0-9a-f]{64}$", file.Sha256));
        });
        var names = FaceModelCatalog.Default.Packages.SelectMany(package => package.Files).Select(file => file.Name).ToList();
        Assert.Equal(names.Count, names.Distinct().Count());
    }

    [Fact]
    public void Catalog_PackageOfUnstatedOrigin_IsOptIn() =>
        Assert.Equal(["faceplugin-face-recognition-js"], FaceModelCatalog.Default.Packages.Where(package => package.OptIn).Select(package => package.Name));

    [Theory]
    [MemberData(nameof(Known))]
    public void Require_InstalledModels_AreTheOnesThatTheCatalogPins(string name) => Assert.True(File.Exists(new FaceModelFiles(FaceModels.Folder).Require(name)));
}
