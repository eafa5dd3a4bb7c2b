using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using LiveQuality.Crawler.Importing;

namespace LiveQuality.Mining.Faces.Data;

/// <summary>
/// A zip of pictures under <c>images/</c> with <c>labels.csv</c> (file, and any of attractiveness, age, gender, race, expression, votes_NAME) or <c>pairs.csv</c> (fold, first, second, same). Only what is asked
/// for is unpacked, within bounds, and in memory.
/// </summary>
internal sealed class FaceArchive : IDisposable
{
    private const string Images = "images/";
    private const string VotesPrefix = "votes_";

    // A label file of a million rows takes less, a portrait much less.
    private const int MostLabelBytes = 64 << 20;
    private const int MostImageBytes = 16 << 20;

    private readonly string _path;
    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _images;
    private readonly Lock _oneAtATime = new();

    private FaceArchive(string path)
    {
        (_path, Sha256) = (path, HashOf(path));
        _zip = ZipFile.OpenRead(path);
        try
        {
            // Reads the directory: where that is damaged, it shows here and not at some picture.
            _images = _zip.Entries.Where(entry => entry.FullName.StartsWith(Images, StringComparison.Ordinal) && entry.Name.Length > 0)
                .DistinctBy(entry => entry.FullName)
                .ToDictionary(entry => entry.FullName[Images.Length..], StringComparer.Ordinal);
        }
        catch (InvalidDataException)
        {
            // Nobody gets an archive that could be disposed.
            _zip.Dispose();
            throw;
        }
    }

    /// <summary>SHA-256 of the file, 64 hex digits.</summary>
    public string Sha256 { get; }

    /// <summary>Opens a file.</summary>
    /// <exception cref="MiningException">It is missing or no zip; the message names it.</exception>
    public static FaceArchive Open(string path)
    {
        try
        {
            return new FaceArchive(path);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw new MiningException($"{path}: cannot be read as a zip of faces ({e.Message.ReplaceLineEndings(" ")})", e);
        }
    }

    /// <summary>The rows of <c>labels.csv</c>, in its order.</summary>
    /// <exception cref="MiningException">There is none, or it lacks the column <c>file</c>.</exception>
    /// <exception cref="ImportException">A cell does not fit; the message names row and column.</exception>
    public IReadOnlyList<LabelledFace> ReadLabels() => ReadRows("labels.csv", ["file"], ReadLabel);

    /// <summary>The rows of <c>pairs.csv</c>, in its order.</summary>
    /// <exception cref="MiningException">There is none, or it lacks a column.</exception>
    /// <exception cref="ImportException">A cell does not fit; the message names row and column.</exception>
    public IReadOnlyList<FacePair> ReadPairs() => ReadRows("pairs.csv", ["fold", "first", "second", "same"], row => new FacePair(
        Fold(row), Picture(row, "first"), Picture(row, "second"), Number(row, "same") switch { 1 => true, 0 => false, _ => throw Bad(row, "same", "is neither 0 nor 1") }));

    /// <summary>The bytes of a picture. May be called from several threads.</summary>
    /// <exception cref="MiningException">It is too large or damaged in the archive.</exception>
    public byte[] ReadImage(string file)
    {
        lock (_oneAtATime)
        {
            return ReadEntry(_images[file], MostImageBytes);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _zip.Dispose();

    private static string HashOf(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }

    private List<T> ReadRows<T>(string name, IReadOnlyList<string> needed, Func<FileRow, T> read)
    {
        var entry = _zip.GetEntry(name) ?? throw new MiningException($"{_path}: there is no {name} in it");
        using var table = CsvTable.Open($"{_path}/{name}", new MemoryStream(ReadEntry(entry, MostLabelBytes)));
        return needed.FirstOrDefault(column => !table.Columns.Contains(column, StringComparer.Ordinal)) is { } missing
            ? throw new MiningException($"{table.Header}: there is no column {missing}")
            : [.. table.ReadRows(CancellationToken.None).Select(read)];
    }

    private LabelledFace ReadLabel(FileRow row) => new(
        Picture(row, "file"),
        Number(row, "attractiveness", 1, 5),
        Number(row, "age", 0, 150),
        row.Cells.GetValueOrDefault("gender"),
        row.Cells.GetValueOrDefault("race"),
        row.Cells.GetValueOrDefault("expression"),
        row.Cells.Keys.Where(column => column.StartsWith(VotesPrefix, StringComparison.Ordinal)).ToDictionary(column => column[VotesPrefix.Length..], column => Votes(row, column), StringComparer.Ordinal));

    private string Picture(FileRow row, string column) =>
        row.Cells.GetValueOrDefault(column) is { } file && _images.ContainsKey(file) ? file : throw Bad(row, column, "names no picture of the archive");

    private static int Fold(FileRow row) =>
        Number(row, "fold") is { } fold && double.IsInteger(fold) && Math.Abs(fold) <= int.MaxValue ? (int)fold : throw Bad(row, "fold", "is no whole number");

    private static double Votes(FileRow row, string column) => (Number(row, column) ?? 0) is var votes && votes >= 0 ? votes : throw Bad(row, column, "is less than no vote");

    private static double? Number(FileRow row, string column, double least, double most) =>
        Number(row, column) is { } number ? number >= least && number <= most ? number : throw Bad(row, column, string.Create(CultureInfo.InvariantCulture, $"is not between {least} and {most}")) : null;

    private static double? Number(FileRow row, string column)
    {
        if (row.Cells.GetValueOrDefault(column) is not { Length: > 0 } text)
        {
            return null;
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : throw Bad(row, column, "is no number");
    }

    private static ImportException Bad(FileRow row, string column, string what) => new($"{row.Origin}, column {column}: '{row.Cells.GetValueOrDefault(column)}' {what}");

    private byte[] ReadEntry(ZipArchiveEntry entry, int most)
    {
        try
        {
            using var stream = entry.Open();
            using var copy = new MemoryStream();
            var buffer = new byte[64 * 1024];
            // The length in the directory is the archive's word only: what really comes out is counted.
            for (int read; (read = stream.Read(buffer)) > 0;)
            {
                copy.Write(buffer, 0, read);
                if (copy.Length > most)
                {
                    throw new MiningException($"{_path}: {entry.FullName} is larger than {most} bytes");
                }
            }

            return copy.ToArray();
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            throw new MiningException($"{_path}: {entry.FullName} is damaged ({e.Message.ReplaceLineEndings(" ")})", e);
        }
    }
}
