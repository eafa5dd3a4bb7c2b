using System.Text.RegularExpressions;
using LiveQuality.Mining.Study.Reporting;
using LiveQuality.Mining.Study.Results;
using LiveQuality.Mining.Study.Tables;
using LiveQuality.Mining.Tests.Builders;
using Xunit;

namespace LiveQuality.Mining.Tests.Study.Reporting;

public sealed partial class HtmlReportTests
{
    private const string Hostile = "<script>alert('x')</script> & \"q\" | `c` https://evil.example/ \0\u0007";

    [Fact]
    public void Write_FullResult_NeedsNothingElse()
    {
        var page = HtmlReport.Write(StudyResults.Full(rows: 60));

        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<link", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("://", page, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@import", page, StringComparison.OrdinalIgnoreCase);
        Assert.All(Addresses().Matches(page), match => Assert.Matches("^(#[a-z-]+|data:image/png;base64,.+)$", match.Groups[1].Value));
    }

    [Fact]
    public void Write_FullResult_HasAnAnchorForEachLineOfTheContents()
    {
        var page = HtmlReport.Write(StudyResults.Full(rows: 60));

        var links = Contents().Matches(page).Select(match => match.Groups[1].Value).ToList();
        var sections = Sections().Matches(page).Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(12, sections.Count);
        Assert.Equal(sections, links);
    }

    [Fact]
    public void Write_FullResult_DrawsEachPlotAsAPngThatDecodesAndHasAltText()
    {
        var page = HtmlReport.Write(StudyResults.Full(rows: 60));

        var pictures = Pictures().Matches(page);
        Assert.True(pictures.Count >= 20, $"{pictures.Count} plots");
        Assert.All(pictures, picture =>
        {
            using var bitmap = SkiaSharp.SKBitmap.Decode(Convert.FromBase64String(picture.Groups["png"].Value));
            Assert.NotNull(bitmap);
            Assert.True(picture.Groups["alt"].Value.Length > 20);
        });
    }

    [Fact]
    public void Write_SameResultTwice_GivesTheSamePage() =>
        Assert.Equal(HtmlReport.Write(StudyResults.Full(rows: 60)), HtmlReport.Write(StudyResults.Full(rows: 60)));

    [Fact]
    public void Write_HostileNames_ShowsThemAsText()
    {
        var page = HtmlReport.Write(WithNames(Hostile));

        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('\0', page);
        Assert.DoesNotContain('\u0007', page);
        // File name in a cell and in the command, tag in a cell and in an alt text, column, note, and three words.
        Assert.True(Regex.Count(page, "&lt;script&gt;alert\\(") >= 8);
    }

    [Fact]
    public void Write_HostileNames_CannotLeaveAnAttribute()
    {
        var page = HtmlReport.Write(WithNames("x\" onerror=\"alert(1)"));

        Assert.DoesNotContain("\" onerror=", page, StringComparison.Ordinal);
        Assert.Contains("&quot; onerror=&quot;", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_BareResult_LeavesOutWhatIsAbsent()
    {
        var page = HtmlReport.Write(StudyResults.Bare());

        string[] sections = [.. Sections().Matches(page).Select(match => match.Groups[1].Value)];
        Assert.Equal(["table", "differences", "predictions", "data", "words", "provenance"], sections);
        Assert.Contains("The file has no texts.", page, StringComparison.Ordinal);
        // Base64 spells it by chance.
        Assert.DoesNotContain("NaN", Pictures().Replace(page, ""), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_PartsWithoutSpread_DrawsThem()
    {
        var page = HtmlReport.Write(StudyResults.WithoutSpread());

        // Two forests, one histogram of scores, two scatter plots and two histograms of residuals, one each of importances, learning curve and groups.
        Assert.Equal(10, Pictures().Count(page));
    }

    [Fact]
    public void Write_FullResult_StaysSmall()
    {
        const int MostBytes = 2_000_000;

        var page = HtmlReport.Write(StudyResults.Full());

        Assert.InRange(page.Length, 100_000, MostBytes);
    }

    private static StudyResult WithNames(string name)
    {
        var full = StudyResults.Full(rows: 20);
        WeightedWord[] words = [new(name, 1)];
        return full with
        {
            Regressors = [.. full.Regressors.Take(2), full.Regressors[^1] with { Note = name }],
            Source = full.Source with { File = name },
            Analysis = full.Analysis with
            {
                Columns = [full.Analysis.Columns[0] with { Column = name }],
                Groups = [StudyResults.Tags(name, "音乐")],
                Texts = [new(StudyText.Reviews, 3, words, words, words)],
            },
        };
    }

    [GeneratedRegex("(?:src|href|action|srcset|poster|data)=\"([^\"]*)\"", RegexOptions.IgnoreCase)]
    private static partial Regex Addresses();

    [GeneratedRegex("<li><a href=\"#([^\"]+)\">")]
    private static partial Regex Contents();

    [GeneratedRegex("<section id=\"([^\"]+)\">")]
    private static partial Regex Sections();

    [GeneratedRegex("<img [^>]*alt=\"(?<alt>[^\"]*)\" src=\"data:image/png;base64,(?<png>[^\"]+)\">")]
    private static partial Regex Pictures();
}
