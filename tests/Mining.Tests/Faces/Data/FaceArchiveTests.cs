using System.Security.Cryptography;
using LiveQuality.Crawler.Importing;
using LiveQuality.Mining.Faces.Data;
using LiveQuality.Tests;
using Xunit;

namespace LiveQuality.Mining.Tests.Faces.Data;

public sealed class FaceArchiveTests : IDisposable
{
    private const string Labels = "labels.csv";
    private const string Pairs = "pairs.csv";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void ReadLabels_EveryColumn_IsRead()
    {
        using var archive = Open(Labels, "file,attractiveness,age,gender,race,expression,votes_happiness,votes_fear\na.jpg,3.5,30,female,asian,happiness,7,0.5\n");

        var face = Assert.Single(archive.ReadLabels());

        Assert.Equal(("a.jpg", 3.5, 30, "female", "asian", "happiness"), (face.File, face.Attractiveness, face.Age, face.Gender, face.Race, face.Expression));
        Assert.Equal([KeyValuePair.Create("happiness", 7.0), KeyValuePair.Create("fear", 0.5)], face.Votes);
    }

    [Fact]
    public void ReadLabels_NothingButAPicture_IsNullWhereNobodySpoke()
    {
        using var archive = Open(Labels, "file,age,gender\nsub/b.jpg,,\na.jpg,7,male\n");

        var faces = archive.ReadLabels();

        Assert.Equal(["sub/b.jpg", "a.jpg"], faces.Select(face => face.File));
        Assert.Equal((null, null, null), (faces[0].Attractiveness, faces[0].Age, faces[0].Gender));
        Assert.Empty(faces[0].Votes);
    }

    [Theory]
    [InlineData("file,age\na.jpg,1\na.jpg,old\n", "row 3, column age: 'old' is no number")]
    [InlineData("file,attractiveness\na.jpg,NaN\n", "row 2, column attractiveness: 'NaN' is no number")]
    [InlineData("file,votes_fear\na.jpg,-1\n", "row 2, column votes_fear: '-1' is less than no vote")]
    [InlineData("file,age\nimages/a.jpg,1\n", "row 2, column file: 'images/a.jpg' names no picture of the archive")]
    [InlineData("file,age\n,1\n", "row 2, column file: '' names no picture of the archive")]
    public void ReadLabels_CellThatDoesNotFit_NamesRowAndColumn(string table, string expected)
    {
        using var archive = Open(Labels, table);

        Assert.Contains($"faces.zip/labels.csv, {expected}", Assert.Throws<ImportException>(archive.ReadLabels).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1,a.jpg,c.jpg,1", "column second: 'c.jpg' names no picture")]
    [InlineData("1.5,a.jpg,a.jpg,1", "column fold: '1.5' is no whole number")]
    [InlineData("1,a.jpg,a.jpg,2", "column same: '2' is neither 0 nor 1")]
    [InlineData("1,a.jpg,a.jpg,", "column same: '' is neither 0 nor 1")]
    public void ReadPairs_CellThatDoesNotFit_NamesRowAndColumn(string row, string expected)
    {
        using var archive = Open(Pairs, $"fold,first,second,same\n{row}\n");

        Assert.Contains($"row 2, {expected}", Assert.Throws<ImportException>(archive.ReadPairs).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadPairs_GoodRows_AreReadInTheirOrder()
    {
        using var archive = Open(Pairs, "same,fold,first,second\n1,2,a.jpg,sub/b.jpg\n0,1,sub/b.jpg,a.jpg\n");

        Assert.Equal([new FacePair(2, "a.jpg", "sub/b.jpg", true), new FacePair(1, "sub/b.jpg", "a.jpg", false)], archive.ReadPairs());
    }

    [Fact]
    public void ReadLabels_ArchiveOfPairs_SaysWhatIsMissing()
    {
        using var archive = Open(Pairs, "fold,first,second,same\n");

        Assert.Contains("there is no labels.csv in it", Assert.Throws<MiningException>(archive.ReadLabels).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadPairs_WithoutAColumn_NamesIt()
    {
        using var archive = Open(Pairs, "fold,first,same\n");

        Assert.Contains("there is no column second", Assert.Throws<MiningException>(archive.ReadPairs).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadImage_OfManyThreads_GivesTheBytes()
    {
        using var archive = Open(Labels, "file\n");
        var read = new byte[20][];

        Parallel.For(0, read.Length, at => read[at] = archive.ReadImage(at % 2 == 0 ? "a.jpg" : "sub/b.jpg"));

        Assert.All(read.Chunk(2), two => Assert.Equal([FaceZip.Ann, [4]], two));
    }

    [Fact]
    public void ReadImage_LargerThanAPortrait_IsRefusedByItsRealLength()
    {
        using var archive = FaceArchive.Open(FaceZip.Write(_folder, ("images/a.jpg", new byte[(16 << 20) + 1])));

        Assert.Contains("images/a.jpg is larger than 16777216 bytes", Assert.Throws<MiningException>(() => archive.ReadImage("a.jpg")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadImage_DamagedInTheArchive_NamesIt()
    {
        var path = FaceZip.Write(_folder, ("images/a.jpg", new byte[1000]));
        var bytes = File.ReadAllBytes(path);
        // Behind the local header (30 bytes and the name) lies what was packed.
        bytes.AsSpan(30 + "images/a.jpg".Length, 4).Fill(0xFF);
        File.WriteAllBytes(path, bytes);
        using var archive = FaceArchive.Open(path);

        Assert.Contains("images/a.jpg is damaged", Assert.Throws<MiningException>(() => archive.ReadImage("a.jpg")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_ZipCutOff_NamesTheFile()
    {
        var path = FaceZip.Write(_folder, Labels, "file\n");
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..^30]);

        Assert.StartsWith($"{path}: cannot be read as a zip of faces", Assert.Throws<MiningException>(() => FaceArchive.Open(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_MissingFile_NamesTheFile() =>
        Assert.Contains("none.zip", Assert.Throws<MiningException>(() => FaceArchive.Open(_folder.PathOf("none.zip"))).Message, StringComparison.Ordinal);

    [Fact]
    public void Sha256_OfTheFile_IsItsHash()
    {
        using var archive = Open(Labels, "file\n");

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(_folder.PathOf("faces.zip")))), archive.Sha256);
    }

    private FaceArchive Open(string table, string text) => FaceArchive.Open(FaceZip.Write(_folder, table, text));
}
