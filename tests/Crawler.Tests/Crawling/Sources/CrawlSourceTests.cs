using LiveQuality.Crawler.Crawling.Sources;
using Xunit;

namespace LiveQuality.Crawler.Tests.Crawling.Sources;

public sealed class CrawlSourceTests
{
    [Theory]
    [InlineData("sample", CrawlSourceKind.Warc, "https://api.zhihu.com/", "bundled.warc.gz", true)]
    [InlineData("warc:/x/y.warc.gz", CrawlSourceKind.Warc, "https://api.zhihu.com/", "/x/y.warc.gz", true)]
    [InlineData("warc:C:\\x.warc", CrawlSourceKind.Warc, "https://api.zhihu.com/", "C:\\x.warc", true)]
    [InlineData("jsonl:folder", CrawlSourceKind.Jsonl, "https://api.zhihu.com/", "folder", true)]
    [InlineData("http://127.0.0.1:8080", CrawlSourceKind.Network, "http://127.0.0.1:8080/", null, true)]
    [InlineData("http://[::1]:8080", CrawlSourceKind.Network, "http://[::1]:8080/", null, true)]
    [InlineData("https://api.zhihu.com", CrawlSourceKind.Network, "https://api.zhihu.com/", null, false)]
    public void TryParse_OfASource_ReadsIt(string text, CrawlSourceKind kind, string site, string? path, bool isLocal)
    {
        Assert.True(CrawlSource.TryParse(text, "bundled.warc.gz", out var source, out _));

        Assert.Equal((kind, site, path, isLocal), (source.Kind, source.Site.AbsoluteUri, source.Path, source.IsLocal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("samples")]
    [InlineData("warc:")]
    [InlineData("jsonl:")]
    [InlineData("http://api.zhihu.com")]
    [InlineData("https://www.zhihu.com")]
    [InlineData("https://api.zhihu.com.evil.example")]
    [InlineData("https://user:secret@api.zhihu.com")]
    [InlineData("https://api.zhihu.com/lives")]
    [InlineData("http://192.168.0.1")]
    [InlineData("http://169.254.169.254")]
    [InlineData("ftp://127.0.0.1")]
    public void TryParse_OfAnythingElse_SaysWhatASourceIs(string text)
    {
        Assert.False(CrawlSource.TryParse(text, "bundled.warc.gz", out _, out var problem));

        Assert.Contains($"'{text}'", problem, StringComparison.Ordinal);
        Assert.Contains(CrawlSource.Forms, problem, StringComparison.Ordinal);
    }
}
