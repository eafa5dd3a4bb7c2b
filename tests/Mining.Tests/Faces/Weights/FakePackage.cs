using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using LiveQuality.Mining.Faces.Weights;

namespace LiveQuality.Mining.Tests.Faces.Weights;

/// <summary>A package of two files of one model, with a tarball and a catalog that fit each other; tests spoil one of them.</summary>
internal sealed record FakePackage(byte[] Tarball, FaceModelPackage Package)
{
    public static readonly byte[] Manifest = [.. "{}"u8], Shard = [.. Enumerable.Range(0, 5000).Select(i => (byte)(i * i))];

    public static FakePackage Good { get; } = Of(Entry("package/package.json", [1]), Entry("package/model/net.json", Manifest), Entry("package/model/net.bin", Shard));

    public FaceModelCatalog Catalog => new([Package]);

    public static FakePackage Of(params TarEntry[] entries)
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        using (var tar = new TarWriter(zip))
        {
            foreach (var entry in entries)
            {
                tar.WriteEntry(entry);
            }
        }

        return Of(packed.ToArray());
    }

    public static FakePackage Of(byte[] tarball) => new(
        tarball,
        new FaceModelPackage(
            "@some/net", "1.2.3", "sha512-" + Convert.ToBase64String(SHA512.HashData(tarball)), "MIT", "drawn", false, [File("model/net.json", Manifest), File("model/net.bin", Shard)]));

    public static FaceModelFile File(string path, byte[] bytes) => new("net", path, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)));

    public static TarEntry Entry(string name, byte[] bytes) => new UstarTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(bytes) };

    public static TarEntry Link(TarEntryType type, string name, string target) => new UstarTarEntry(type, name) { LinkName = target };
}
