using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;
using LiveQuality.Crawler.Cleaning;
using LiveQuality.Tests;
using Xunit;

namespace LiveQuality.Crawler.Tests.Cleaning;

public sealed class RealTableTests
{
    private static readonly XNamespace Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    [Fact]
    public void TableRows_OfJanuary2018_AllBecomeRecords()
    {
        var rows = Read(RealData.Path("ZhihuLiveDB-2018-01.xlsx"));

        var batch = Cleaner.TableRows(rows, new DateTimeOffset(2018, 1, 20, 0, 0, 0, TimeSpan.Zero));

        Assert.Empty(batch.Quarantine);
        Assert.Equal(5_439, batch.Lives.Select(live => live.Id).Distinct().Count());
        Assert.Equal(rows.Select(row => row.Columns["live_id"]), batch.Lives.Select(live => live.Id));
        Assert.Equal(1_150, batch.Lives.Count(live => live.ReviewScore is null));
        Assert.Equal(7, batch.Lives.Count(live => live.OpenEnded == true));
        Assert.Equal(2, batch.Lives.Count(live => live.Tags!.Count == 0));
        Assert.Equal(73, batch.Speakers.Count(speaker => speaker.UserType == "organization"));
        Assert.Equal(2_332, batch.Speakers.Select(speaker => speaker.Id).Distinct().Count());
        Assert.All(batch.Lives.Zip(rows), pair => Assert.Equal(
            (long)Math.Round(double.Parse(pair.Second.Columns["original_price"], CultureInfo.InvariantCulture) * 100), pair.First.OriginalPriceFen));
    }

    // The published file has inline texts only and every cell of every row; the importer reads the format as a whole.
    private static List<TableRow> Read(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        using var stream = zip.GetEntry("xl/worksheets/sheet1.xml")!.Open();
        var rows = XDocument.Load(stream).Descendants(Sheet + "row").Select(row => row.Elements(Sheet + "c").Select(cell => cell.Value).ToArray()).ToList();
        return [.. rows.Skip(1).Select((cells, i) => new TableRow(rows[0].Zip(cells).ToDictionary(cell => cell.First, cell => cell.Second), $"row {i + 2}"))];
    }
}
