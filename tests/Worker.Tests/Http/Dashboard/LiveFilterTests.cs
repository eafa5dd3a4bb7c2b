using LiveQuality.Worker.Http.Dashboard;
using LiveQuality.Worker.Steps.Scores;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Xunit;

namespace LiveQuality.Worker.Tests.Http.Dashboard;

public sealed class LiveFilterTests
{
    [Fact]
    public void Filter_OfAFullForm_AsksTheBoardInItsUnits()
    {
        var filter = Parse("?q=%20读书%20&tag=音乐&priceFrom=9.9&priceTo=20&from=2018-01-15&to=2018-01-15&minScore=4.5&scored=1&sort=-start");

        Assert.Empty(filter.Problems);
        Assert.Equal("读书", filter.Query.Text);
        Assert.Equal("音乐", filter.Query.Tag);
        Assert.Equal(990, filter.Query.MinPrice);
        Assert.Equal(2000, filter.Query.MaxPrice);
        // A day in Shanghai.
        Assert.Equal(new DateTimeOffset(2018, 1, 14, 16, 0, 0, TimeSpan.Zero), filter.Query.From);
        Assert.Equal(new DateTimeOffset(2018, 1, 15, 16, 0, 0, TimeSpan.Zero), filter.Query.To);
        Assert.Equal(4.5, filter.Query.MinScore);
        Assert.True(filter.Query.ScoredOnly);
        Assert.Equal("-start", filter.Query.Sort.ToString());
    }

    [Theory]
    [InlineData("?priceFrom=cheap")]
    [InlineData("?priceTo=-1")]
    [InlineData("?priceTo=99999999999999999999")]
    [InlineData("?minScore=6")]
    [InlineData("?from=yesterday")]
    [InlineData("?to=9999-12-31")]
    [InlineData("?cursor=nonsense")]
    public void Filter_OfNonsense_LeavesItOutAndSaysSo(string address)
    {
        var filter = Parse(address);

        Assert.Single(filter.Problems);
        Assert.Null(filter.Query.MinPrice ?? filter.Query.MaxPrice);
        Assert.Null(filter.Query.From ?? filter.Query.To);
        Assert.Null(filter.Query.Cursor);
    }

    [Fact]
    public void Link_ToAnotherOrder_KeepsTheFilterAndBeginsAnew()
    {
        var filter = Parse("?q=a%26b&cursor=x&unknown=1");

        var link = filter.Link(new LiveOrder(LiveSort.Price, Descending: true), cursor: null);

        Assert.Equal("/?q=a%26b&sort=-price#lives", link);
    }

    private static LiveFilter Parse(string address) => new(new QueryCollection(QueryHelpers.ParseQuery(address)));
}
