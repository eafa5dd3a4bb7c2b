using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;

namespace LiveQuality.ZhihuSite.Site;

/// <summary>The site's pictures. Every hash is one of a few drawn ones, so that any world has portraits; every tenth has no large sizes.</summary>
internal static partial class Pictures
{
    private const int WithoutLargeSizes = 10;
    private static readonly string[] LargeSizes = ["r", "xll"];
    private static readonly byte[][] Drawn = Read();

    /// <param name="file">For example <c>v2-0123…_xl.jpg</c>.</param>
    /// <returns>Null where it is no picture's name.</returns>
    public static SiteAnswer? Find(string file)
    {
        var match = Shape.Match(file);
        if (!match.Success)
        {
            return null;
        }

        var hash = uint.Parse(match.Groups["hash"].Value, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        return hash % WithoutLargeSizes == 0 && LargeSizes.Contains(match.Groups["size"].Value)
            ? SiteErrors.NotFound
            : new SiteAnswer(StatusCodes.Status200OK, "image/jpeg", Drawn[hash % Drawn.Length]);
    }

    [GeneratedRegex(@"\A(?:v2-)?(?<hash>[0-9a-f]{8})(?:[0-9a-f]|[0-9a-f]{24})(?:_(?<size>[a-z]+))?\.jpg\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Shape { get; }

    private static byte[][] Read()
    {
        using var zip = new ZipArchive(typeof(Pictures).Assembly.GetManifestResourceStream("pictures.zip")!);
        return [.. zip.Entries.Select(entry =>
        {
            using var content = entry.Open();
            using var bytes = new MemoryStream();
            content.CopyTo(bytes);
            return bytes.ToArray();
        })];
    }
}
