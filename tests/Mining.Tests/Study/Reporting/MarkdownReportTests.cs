using LiveQuality.Mining.Study.Reporting;
using LiveQuality.Mining.Tests.Builders;
using Xunit;

namespace LiveQuality.Mining.Tests.Study.Reporting;

public sealed class MarkdownReportTests
{
    [Fact]
    public void Write_FullResult_HasEqualCellsInAllRowsOfATable()
    {
        var text = MarkdownReport.Write(StudyResults.Full(rows: 20));

        var tables = text.Split("\n\n").Where(block => block.StartsWith("| ", StringComparison.Ordinal)).ToList();
        Assert.True(tables.Count > 20, $"{tables.Count} tables");
        Assert.All(tables, table => Assert.Single(table.Split('\n').Select(Cells).Distinct()));
    }

    [Fact]
    public void Write_HostileTag_StaysInItsCell()
    {
        var full = StudyResults.Full(rows: 20);
        var text = MarkdownReport.Write(full with { Analysis = full.Analysis with { Groups = [StudyResults.Tags("a | b\n\n# c [d](javascript:e) <f>")] } });

        Assert.Contains(@"| a \| b  # c \[d\](javascript:e) \<f\> | tag 100 |", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_HostileFileName_CannotCloseTheCodeBlock()
    {
        var full = StudyResults.Full(rows: 20);
        var text = MarkdownReport.Write(full with { Source = full.Source with { File = "a\n```\n# b.xlsx" } });

        Assert.Contains("````sh\nlivequality study --data 'a\n```\n# b.xlsx' ", text, StringComparison.Ordinal);
        Assert.EndsWith("\n````\n\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_AnyResult_SaysWhereThePlotsAreAndDrawsNone()
    {
        var text = MarkdownReport.Write(StudyResults.Full(rows: 20));

        Assert.Contains("The plots are in the HTML report.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("base64", text, StringComparison.Ordinal);
        Assert.DoesNotContain("](", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_BareResult_HasNoNotANumber() => Assert.DoesNotContain("NaN", MarkdownReport.Write(StudyResults.Bare()), StringComparison.Ordinal);

    private static int Cells(string row) => row.Replace(@"\|", "", StringComparison.Ordinal).Count(sign => sign == '|');
}
