using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CsCheck;
using LiveQuality.Worker.Http.Dashboard.Charts;
using Xunit;

namespace LiveQuality.Worker.Tests.Http.Dashboard;

public sealed class ChartTests
{
    private static readonly DateTimeOffset Noon = new(2018, 1, 15, 4, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, 10, "0 2 4 6 8 10")]
    [InlineData(0, 1, "0 0.2 0.4 0.6 0.8 1")]
    [InlineData(4.1, 4.7, "4 4.2 4.4 4.6 4.8")]
    [InlineData(-3, 17, "-5 0 5 10 15 20")]
    [InlineData(0, 123456, "0 50000 100000 150000")]
    [InlineData(5, 5, "4.4 4.6 4.8 5 5.2 5.4 5.6")]
    public void NumberTicks_OfARange_AreRoundAndCoverIt(double low, double high, string expected)
    {
        var ticks = Ticks.Nice(low, high, expected.Split(' ').Length);

        Assert.Equal(expected, string.Join(' ', ticks.Select(tick => tick.ToString(CultureInfo.InvariantCulture))));
    }

    // Found by the property below.
    [Theory]
    [InlineData(16_644_566, 3.73e-9)]
    [InlineData(-16_644_566, 7.5e-9)]
    [InlineData(1e9, 1.2e-7)]
    public void NumberTicks_OfARangeTooNarrowForNumbers_AreThoseOfOneValue(double low, double width) =>
        Assert.Equal(Ticks.Nice(low, low, 7), Ticks.Nice(low, low + width, 7));

    [Fact]
    public void NumberTicks_OfAnyRange_CoverItWithinTheLimit() => Gen.Select(Gen.Double[-1e9, 1e9], Gen.Double[0, 1e9], Gen.Int[3, 12]).Sample((low, width, most) =>
    {
        var ticks = Ticks.Nice(low, low + width, most);

        Assert.InRange(ticks.Count, 2, most);
        var slack = Math.Max(1, Math.Abs(low) + width) * 1e-6;
        Assert.True(ticks[0] <= low + slack && ticks[^1] >= low + width - slack);
        Assert.Equal(ticks.Order(), ticks);
    });

    [Theory]
    [InlineData(0.5, "12:00")]
    [InlineData(24, "00:00")]
    [InlineData(24 * 10, "01-17")]
    [InlineData(24 * 200, "2018-03")]
    [InlineData(24 * 4000, "2020")]
    public void TimeTicks_OfARange_AreRoundInShanghaiAndWithinIt(double hours, string first)
    {
        var end = Noon.AddHours(hours);

        var ticks = Ticks.Times(Noon.AddSeconds(hours > 1 ? 1 : 0), end, 5);

        Assert.InRange(ticks.Count, 1, 6);
        Assert.All(ticks, tick => Assert.InRange(tick.At, Noon, end));
        Assert.Contains(first, ticks.Select(tick => tick.Text));
    }

    [Fact]
    public void EveryChart_OfNothing_IsNotDrawn()
    {
        Assert.Null(TimeChart.Steps("a", "t", "d", []));
        Assert.Null(TimeChart.Dots("a", "t", "d", []));
        Assert.Null(BarChart.Draw("a", "t", "d", []));
        Assert.Null(Histogram.Draw("a", "t", "d", [("1", 0), ("2", 0)]));
        Assert.Equal(string.Empty, IntervalBar.Draw(null, null, null, "l").Value ?? string.Empty);
    }

    [Fact]
    public void Figure_WithNothingToDraw_SaysSo()
    {
        var html = new Figure("Title", Drawing: null, ["a"], []).Show("Numbers", "Nothing yet").Value;

        Assert.Contains("Nothing yet", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<svg", html, StringComparison.Ordinal);
    }

    [Fact]
    public void TimeChart_OfOnePoint_DrawsItInTheMiddle()
    {
        var drawing = TimeChart.Steps("a", "t", "d", [new Moment(Noon, 7)])!;

        var dot = Assert.Single(drawing.Elements("circle"));
        Assert.InRange(Number(dot, "cx"), 150, 300);
        Assert.InRange(Number(dot, "cy"), 20, 160);
    }

    [Fact]
    public void TimeChart_OfSteps_HoldsAValueUntilTheNext()
    {
        var drawing = TimeChart.Steps("a", "t", "d", [new Moment(Noon, 0), new Moment(Noon.AddDays(1), 10), new Moment(Noon.AddDays(2), 5)])!;

        var path = Assert.Single(drawing.Elements("path")).Attribute("d")!.Value;
        Assert.Equal("M", path[..1]);
        Assert.Equal(2, path.Count(character => character == 'H'));
        Assert.Equal(2, path.Count(character => character == 'V'));
        Assert.Equal(3, drawing.Elements("circle").Count());
    }

    [Fact]
    public void TimeChart_OfDots_PutsHigherValuesHigherAndDrawsTheirIntervals()
    {
        var drawing = TimeChart.Dots("a", "t", "d", [new Moment(Noon, 2, 1.5, 2.5), new Moment(Noon.AddDays(1), 4)], (1, 5))!;

        var dots = drawing.Elements("circle").ToArray();
        Assert.True(Number(dots[0], "cy") > Number(dots[1], "cy"));
        Assert.True(Number(dots[0], "cx") < Number(dots[1], "cx"));
        var whisker = Assert.Single(drawing.Elements("line"), line => line.Attribute("class")!.Value == "whisker");
        Assert.InRange(Number(dots[0], "cy"), Number(whisker, "y2"), Number(whisker, "y1"));
    }

    [Fact]
    public void BarChart_OfBothSigns_TellsThemApartByPlaceAndShape()
    {
        var drawing = BarChart.Draw("a", "t", "d", [new Bar("up", 3, "+3"), new Bar("down", -1, "−1")])!;

        var bars = drawing.Elements("rect").ToArray();
        Assert.Equal(["bar", "bar below"], bars.Select(bar => bar.Attribute("class")!.Value));
        Assert.Equal(Number(bars[0], "x"), Number(bars[1], "x") + Number(bars[1], "width"), 0.2);
        Assert.Equal(Number(bars[0], "width"), 3 * Number(bars[1], "width"), 0.5);
    }

    [Fact]
    public void BarChart_WithALimitBeyondAllBars_ShowsIt()
    {
        var drawing = BarChart.Draw("a", "t", "d", [new Bar("small", 0.2, "0.2")], limit: 1)!;

        var limit = Assert.Single(drawing.Elements("line"), line => line.Attribute("class")!.Value == "limit");
        Assert.InRange(Number(limit, "x1"), 400, 420);
    }

    [Fact]
    public void Histogram_OfCounts_DrawsHeightsInProportion()
    {
        var drawing = Histogram.Draw("a", "t", "d", [("1", 5), ("2", 10), ("3", 0)])!;

        var heights = drawing.Elements("rect").Select(bar => Number(bar, "height")).ToArray();
        Assert.Equal(heights[1], 2 * heights[0], 0.3);
        Assert.Equal(0, heights[2]);
    }

    [Fact]
    public void IntervalBar_OfAScore_PutsItInsideItsInterval()
    {
        var drawing = XElement.Parse(IntervalBar.Draw(3, 2, 4, "label").Value);

        var band = Assert.Single(drawing.Elements("rect"));
        var mark = Assert.Single(drawing.Elements("line"), line => line.Attribute("class")!.Value == "mark");
        Assert.Equal(64, Number(mark, "x1"));
        Assert.Equal(64, Number(band, "x") + (Number(band, "width") / 2), 0.1);
        Assert.Equal("label", drawing.Attribute("aria-label")!.Value);
    }

    [Fact]
    public void EveryText_FromOutside_IsEscaped()
    {
        const string Attack = "</title><script>alert(1)</script>\"'&";

        var html = new Figure(Attack, BarChart.Draw("a", Attack, Attack, [new Bar(Attack, 1, Attack)]), [Attack], [[Attack, Attack]]).Show(Attack, Attack).Value
            + IntervalBar.Draw(3, 2, 4, Attack).Value
            + TimeChart.Dots("b", Attack, Attack, [new Moment(Noon, 1, Name: Attack)])!.ToString();

        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", html, StringComparison.Ordinal);
    }

    // As numbers: an attribute cannot hold half a surrogate pair.
    [Theory]
    [InlineData(0xFFFE)]
    [InlineData(0xFFFF)]
    [InlineData(0x0001)]
    [InlineData(0xD83D)]
    [InlineData(0xDE00)]
    [InlineData(0xDE00, 0xD83D)]
    public void EveryText_WithWhatXmlCannotWrite_IsShownWithoutIt(params int[] characters) =>
        Assert.Equal(["a😀b"], ShownOf($"a{string.Concat(characters.Select(character => (char)character))}😀b").Distinct());

    [Fact]
    public void EveryText_OfAnyCharacters_IsShownAsFarAsXmlCanWriteIt() =>
        Gen.OneOf(Gen.Char, Gen.Char['\uD800', '\uDFFF'], Gen.Char['\uFFF0', '\uFFFF'], Gen.Char['\0', '&']).Array[0, 20].Select(characters => new string(characters)).Sample(text =>
        {
            // XML 1.0, production 2; line breaks have one form in it.
            var writable = Regex.Matches(text, @"[\t\n\r\x20-\uD7FF\uE000-\uFFFD]|[\uD800-\uDBFF][\uDC00-\uDFFF]").Select(match => match.Value);

            Assert.Equal([OneBreak(string.Concat(writable))], ShownOf(text).Select(OneBreak).Distinct());
        });

    [Fact]
    public void Figure_Drawn_HasTitleDescriptionAndTheSameNumbersAsATable()
    {
        var html = XElement.Parse(new Figure("Title", Histogram.Draw("a", "Title", "Says this", [("1", 5)]), ["Stars", "Number"], [["1", "5"]]).Show("Numbers", "Nothing").Value);

        var picture = html.Element("svg")!;
        Assert.Equal("img", picture.Attribute("role")!.Value);
        Assert.Equal("a-title a-desc", picture.Attribute("aria-labelledby")!.Value);
        Assert.Equal("Says this", picture.Element("desc")!.Value);
        Assert.Equal(["1", "5"], html.Descendants("tbody").Single().Descendants("tr").Single().Elements().Select(cell => cell.Value));
    }

    // Every place of a figure and of a line's bar that shows a text from outside.
    private static IEnumerable<string> ShownOf(string text)
    {
        var figure = new Figure(text, TimeChart.Dots("a", text, text, [new Moment(Noon, 1, Name: text)]), [text, text], [[text, text]]).Show(text, text).Value;
        var html = XElement.Parse(figure, LoadOptions.PreserveWhitespace);
        string[] shown = ["figcaption", "title", "desc", "summary", "caption", "th", "td"];
        return [.. html.Descendants().Where(element => shown.Contains(element.Name.LocalName)).Select(element => element.Value), html.Descendants("div").Single().Attribute("aria-label")!.Value];
    }

    private static string OneBreak(string text) => Regex.Replace(text, "\r\n?", "\n");

    private static double Number(XElement element, string attribute) => double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);
}
