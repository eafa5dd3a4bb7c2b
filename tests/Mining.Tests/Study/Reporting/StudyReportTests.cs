using LiveQuality.Mining.Evaluation;
using LiveQuality.Mining.Study.Reporting;
using LiveQuality.Mining.Study.Results;
using LiveQuality.Mining.Tests.Builders;
using Xunit;

namespace LiveQuality.Mining.Tests.Study.Reporting;

public sealed class StudyReportTests
{
    [Fact]
    public void Of_FullResult_SummarisesTableAgreementAndLead()
    {
        var summary = StudyReport.Of(StudyResults.Full(rows: 20), labels: null).Summary;

        Assert.Equal(
            "This is table A by the published protocol: 20 lives of 1,349 speakers with at least 18 reviews, 5 folds drawn by chance. "
            + "Of the 10 published rows, 9 lie within one published standard deviation, MAE and RMSE both; knn does not. "
            + "The least MAE has mtb-dnn-2019 with 0.3020; its lead over mlp is -0.0050 (95 % interval -0.0170 to +0.0070), which may be noise.",
            summary);
    }

    [Fact]
    public void Of_BestIsAnotherRegressor_TurnsTheSignOfItsLead()
    {
        var full = StudyResults.Full(rows: 20);
        var result = full with
        {
            Regressors = [.. full.Regressors.Select(regressor => regressor.Name == "boosting" ? regressor with { Mae = 0.2 } : regressor)],
            Differences = [new("boosting", "mtb-dnn-2019", new Interval(-0.1, -0.15, -0.05), new Interval(-0.1, -0.15, 0.05))],
        };

        Assert.EndsWith(
            "The least MAE has boosting with 0.2000; its lead over mtb-dnn-2019 is +0.1000 (95 % interval +0.0500 to +0.1500), which is more than noise.",
            StudyReport.Of(result, labels: null).Summary,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Of_NoNetwork_SaysThatNothingWasCompared()
    {
        var full = StudyResults.Full(rows: 20);
        var summary = StudyReport.Of(full with { Regressors = [.. full.Regressors.SkipLast(1)], Differences = [] }, labels: null).Summary;

        Assert.EndsWith("The least MAE has mlp with 0.3060; it was not compared with mtb-dnn-2019.", summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_BothNetworks_ShowsATableForEach()
    {
        var full = StudyResults.Full(rows: 20);
        var result = full with { Differences = [.. full.Differences, new("mtb-dnn-2019", "mtb-dnn", new Interval(0.07, 0.06, 0.08), new Interval(0.08, 0.07, 0.09))] };

        var blocks = StudyReport.Of(result, labels: null).Sections.Single(section => section.Id == "differences").Blocks;

        Assert.Equal(["Paired differences to mtb-dnn-2019", "Paired differences to mtb-dnn"], blocks.OfType<ReportTable>().Select(table => table.Caption));
        Assert.Equal([full.Differences.Count, 1], blocks.OfType<ReportTable>().Select(table => table.Rows.Count));
        Assert.Equal(4, blocks.OfType<ReportPlots>().Sum(plots => plots.Plots.Count));
    }

    [Fact]
    public void Of_MtbDnnIsBest_LeadsOverTheNextThatIsNoPartOfIt()
    {
        var full = StudyResults.Full(rows: 20);
        var result = full with
        {
            Regressors = [.. full.Regressors, full.Regressors[0] with { Name = "mtb-dnn", Mae = 0.2 }, full.Regressors[0] with { Name = "mtb-dnn-nets", Mae = 0.21 }, full.Regressors[0] with { Name = "boosting-rich", Mae = 0.22 }],
            Differences = [.. full.Differences, .. new[] { "mtb-dnn-nets", "boosting-rich" }.Select(name => new PairedDifference(name, "mtb-dnn", new Interval(0.02, 0.01, 0.03), new Interval(0.02, 0.01, 0.03)))],
        };

        Assert.EndsWith(
            "The least MAE has mtb-dnn with 0.2000; its lead over boosting-rich is +0.0200 (95 % interval +0.0100 to +0.0300), which is more than noise.",
            StudyReport.Of(result, labels: null).Summary,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ridge", "-0.0020 (0.17 sd)", nameof(ReportMark.Firm))]
    [InlineData("knn", "-0.0300 (2.50 sd: off)", nameof(ReportMark.Off))]
    [InlineData("mean", "", nameof(ReportMark.None))]
    public void Of_PublishedRow_MarksHowFarOffTheRerunIs(string name, string text, string mark)
    {
        var row = Tables(StudyResults.Full(rows: 20)).Single(table => table.Caption == "Published beside rerun").Rows.Single(cells => cells[0].Text == name);

        Assert.Equal(new ReportCell(text, Enum.Parse<ReportMark>(mark)), row[3]);
    }

    [Fact]
    public void Of_PublishedWithoutSd_GivesTheBareDifference()
    {
        var bare = StudyResults.Bare();
        var result = bare with { Regressors = [bare.Regressors[0] with { Published = new(0.31, null, 0.395, null) }] };

        var row = Tables(result).First().Rows.Single();

        Assert.Equal(["ridge", "0.3100", "0.3000", "-0.0100", "0.3950", "0.4000", "+0.0050"], row.Select(cell => cell.Text));
        Assert.Contains("gives no standard deviations", StudyReport.Of(result, labels: null).Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_SeededNets_GivesTheSpreadOverSeeds()
    {
        var full = StudyResults.Full(rows: 20);
        var net = full.Regressors[^1] with { BySeed = [new(0.3, 0.4), new(0.32, 0.46)] };

        var row = Tables(full with { Regressors = [net] }).Single(table => table.Caption == "Errors over seeds").Rows.Single();

        Assert.Equal(["mtb-dnn-2019", "2", "0.3000", "0.3200", "0.0141", "0.4000", "0.4600", "0.0424"], row.Select(cell => cell.Text));
    }

    [Fact]
    public void Of_AFlawThatWasNotMeasured_SaysSo()
    {
        var blocks = StudyReport.Of(StudyResults.Full(rows: 20), labels: null).Sections.Single(section => section.Id == "flaws").Blocks;

        Assert.Equal(6, blocks.OfType<ReportTable>().Count());
        Assert.Equal(new ReportParagraph("Not measured in this run."), blocks[^1]);
    }

    [Theory]
    [InlineData(0.34, "The clusters explain 34.0 % of the standardised columns' variance. Below one third they would be weak.")]
    [InlineData(0.33, "The clusters explain 33.0 % of the standardised columns' variance. Below one third they are weak: ")]
    public void Of_Clusters_SaysWhetherTheyAreWeak(double explained, string expected)
    {
        var full = StudyResults.Full(rows: 20);
        var result = full with { Analysis = full.Analysis with { Clusters = full.Analysis.Clusters with { ExplainedShare = explained } } };

        var blocks = StudyReport.Of(result, labels: null).Sections.Single(section => section.Id == "clusters").Blocks;

        Assert.Contains(blocks.OfType<ReportParagraph>(), paragraph => paragraph.Text.StartsWith(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void Of_SingleSeed_NamesOneSeed()
    {
        var full = StudyResults.Full(rows: 20);

        Assert.Equal("42 to 51", SeedsOf(full));
        Assert.Equal("42", SeedsOf(full with { Settings = full.Settings with { Flaws = full.Settings.Flaws with { SingleSeed = true } } }));

        static string SeedsOf(StudyResult result) =>
            Tables(result).Single(table => table.Caption == "The settings").Rows.Single(row => row[0].Text == "Seeds of the networks")[1].Text;
    }

    private static IEnumerable<ReportTable> Tables(StudyResult result) => StudyReport.Of(result, labels: null).Sections.SelectMany(section => section.Blocks).OfType<ReportTable>();
}
