using LiveQuality.Crawler.Fetching.Warc.Indexing;
using Xunit;

namespace LiveQuality.Crawler.Tests.Fetching.Warc.Indexing;

public sealed class SurtTests
{
    // What the surt package gives for them.
    [Theory]
    [InlineData("https://api.zhihu.com/lives?offset=0&limit=10", "com,zhihu,api)/lives?limit=10&offset=0")]
    [InlineData("http://www.Example.org/", "org,example)/")]
    [InlineData("http://www2.example.org", "org,example)/")]
    [InlineData("http://example.org/A/B/?", "org,example)/a/b")]
    [InlineData("http://example.org:8080/x#top", "org,example:8080)/x")]
    [InlineData("http://example.org/?b&a=2&a=1&a", "org,example)/?a&a=1&a=2&b")]
    [InlineData("http://127.0.0.1:81/", "1,0,0,127:81)/")]
    [InlineData("http://localhost/", "localhost)/")]
    [InlineData("https://例え.テスト/", "xn--zckzah,xn--r8jz45g)/")]
    [InlineData("http://xn--a/", "xn--a)/")] // No encoding of any name, although Uri takes it.
    public void Of_AnAddress_IsItsSortKey(string address, string key) => Assert.Equal(key, Surt.Of(new Uri(address)));
}
