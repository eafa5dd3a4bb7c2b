using System.IO.Compression;
using System.Text;
using LiveQuality.Tests;

namespace LiveQuality.Mining.Tests.Faces.Data;

/// <summary>A zip of invented pictures.</summary>
internal static class FaceZip
{
    public static readonly byte[] Ann = [1, 2, 3];

    /// <summary>Pictures a.jpg and sub/b.jpg, and one table.</summary>
    public static string Write(TemporaryFolder folder, string table, string text) =>
        Write(folder, ("images/a.jpg", Ann), ("images/sub/b.jpg", [4]), ("images/", []), (table, Encoding.UTF8.GetBytes(text)));

    public static string Write(TemporaryFolder folder, params (string Name, byte[] Bytes)[] entries)
    {
        var path = folder.PathOf("faces.zip");
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (name, bytes) in entries)
        {
            using var entry = zip.CreateEntry(name).Open();
            entry.Write(bytes);
        }

        return path;
    }
}
