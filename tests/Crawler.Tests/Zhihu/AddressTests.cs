using LiveQuality.Crawler.Zhihu;
using Xunit;

namespace LiveQuality.Crawler.Tests.Zhihu;

public sealed class AddressTests
{
    [Theory]
    [InlineData("https://api.zhihu.com")]
    [InlineData("https://api.zhihu.com/")]
    public void Endpoints_OfTheApi_AreBuiltExactly(string baseAddress)
    {
        var endpoints = new Endpoints(new Uri(baseAddress));

        Assert.Equal("https://api.zhihu.com/lives?limit=10&offset=20", endpoints.Lives(20).AbsoluteUri);
        Assert.Equal("https://api.zhihu.com/lives/912345678901234567", endpoints.Live(Wire.LiveId).AbsoluteUri);
        Assert.Equal("https://api.zhihu.com/lives/912345678901234567/reviews?limit=20&offset=40", endpoints.Reviews(Wire.LiveId, 40).AbsoluteUri);
        Assert.Equal($"https://api.zhihu.com/people/{Wire.SpeakerId}", endpoints.Person(Wire.SpeakerId).AbsoluteUri);
    }

    [Fact]
    public void Endpoints_OfALocalServer_KeepPortAndFolder() =>
        Assert.Equal("http://127.0.0.1:5000/site/lives?limit=10&offset=0", new Endpoints(new Uri("http://127.0.0.1:5000/site/")).Lives(0).AbsoluteUri);

    [Fact]
    public void Endpoints_IdWithAPathInIt_StaysOneSegment() =>
        Assert.Equal("/people/..%2F..%2Fadmin", new Endpoints(new Uri("https://api.zhihu.com")).Person("../../admin").AbsolutePath);

    [Theory]
    [InlineData("https://www.zhihu.com/lives/912345678901234567", "912345678901234567")]
    [InlineData("https://www.zhihu.com/lives/912345678901234567?wechatShare=1", "912345678901234567")]
    [InlineData("https://www.zhihu.com/lives/912345678901234567/reviews#800000000000000001", "912345678901234567")]
    [InlineData("http://api.zhihu.com/lives/912345678901234567/reviews?limit=20&offset=40", "912345678901234567")]
    [InlineData("/lives/912345678901234567", "912345678901234567")]
    public void LiveAddress_OfALive_GivesItsId(string address, string id) => Assert.Equal(id, LiveAddress.Parse(address)!.Id);

    [Fact]
    public void LiveAddress_WithASlug_HasNoId()
    {
        var address = LiveAddress.Parse("https://www.zhihu.com/lives/fanqie?id=912345678901234567")!;

        Assert.Equal("fanqie", address.Segment);
        Assert.Null(address.Id);
    }

    [Theory]
    [InlineData("https://www.zhihu.com/lives/specials/912345678901234567")]
    [InlineData("https://www.zhihu.com/lives/users/0123456789abcdef0123456789abcdef")]
    [InlineData("https://www.zhihu.com/people/jia-yi?next=/lives/912345678901234567")]
    [InlineData("https://www.zhihu.com/lives")]
    [InlineData("http://[")]
    [InlineData("")]
    public void LiveAddress_OfSomethingElse_IsNone(string address) => Assert.Null(LiveAddress.Parse(address));

    [Theory]
    [InlineData("https://pic2.zhimg.com/v2-00112233445566778899aabbccddeeff_s.jpg", "v2-00112233445566778899aabbccddeeff")]
    [InlineData("http://pic4.zhimg.com/50/v2-00112233445566778899aabbccddeeff_xll.jpg", "v2-00112233445566778899aabbccddeeff")]
    [InlineData("https://pica.zhimg.com/80/v2-00112233445566778899aabbccddeeff_1440w.jpg?source=1940ef5c", "v2-00112233445566778899aabbccddeeff")]
    [InlineData("https://pic1.zhimg.com/v2-00112233445566778899aabbccddeeff.jpg", "v2-00112233445566778899aabbccddeeff")]
    [InlineData("https://pic1.zhimg.com/v2-00112233445566778899aabbccddeeff_{size}.jpg", "v2-00112233445566778899aabbccddeeff")]
    [InlineData("https://pic3.zhimg.com/00112233445566778899aabbccddeeff_r.png", "00112233445566778899aabbccddeeff")]
    [InlineData("https://pic1.zhimg.com/0011223a4_is.jpeg", "0011223a4")]
    public void PortraitAddress_OfAPicture_IsItsHash(string url, string id)
    {
        var portrait = PortraitAddress.Parse(url)!;

        Assert.Equal(id, portrait.Id);
        Assert.Equal(url, portrait.Url);
        Assert.False(portrait.IsDefault);
    }

    [Theory]
    [InlineData(
        "https://pic2.zhimg.com/v2-00112233445566778899aabbccddeeff_s.jpg",
        "https://pic2.zhimg.com/v2-00112233445566778899aabbccddeeff_r.jpg https://pic2.zhimg.com/v2-00112233445566778899aabbccddeeff_xll.jpg "
        + "https://pic2.zhimg.com/v2-00112233445566778899aabbccddeeff_xl.jpg https://pic2.zhimg.com/v2-00112233445566778899aabbccddeeff_s.jpg")]
    [InlineData(
        "http://pic4.zhimg.com/50/0011223a4_xll.jpeg",
        "http://pic4.zhimg.com/50/0011223a4_r.jpeg http://pic4.zhimg.com/50/0011223a4_xll.jpeg http://pic4.zhimg.com/50/0011223a4_xl.jpeg")]
    [InlineData(
        "https://picx.zhimg.com/80/0011223a4.png?source=1_s.jpg",
        "https://picx.zhimg.com/80/0011223a4_r.png?source=1_s.jpg https://picx.zhimg.com/80/0011223a4_xll.png?source=1_s.jpg "
        + "https://picx.zhimg.com/80/0011223a4_xl.png?source=1_s.jpg https://picx.zhimg.com/80/0011223a4.png?source=1_s.jpg")]
    [InlineData(
        "https://pic1.zhimg.com/0011223a4_{size}.jpg",
        "https://pic1.zhimg.com/0011223a4_r.jpg https://pic1.zhimg.com/0011223a4_xll.jpg https://pic1.zhimg.com/0011223a4_xl.jpg")]
    public void PortraitAddress_OfAPicture_AsksForTheLargestFirst(string url, string addresses) =>
        Assert.Equal(addresses.Split(' '), PortraitAddress.Parse(url)!.LargestFirst().Select(address => address.AbsoluteUri));

    [Theory]
    [InlineData("https://pic1.zhimg.com/da8e974dc_s.jpg")]
    [InlineData("https://pic4.zhimg.com/50/aadd7b895_xl.jpg")]
    [InlineData("https://pic1.zhimg.com/v2-abed1a8c04700ba7d72b45195223e0ff_l.jpg?source=x")]
    [InlineData("https://pic3.zhimg.com/03b42d62450ffcb05428b958512bea22_s.jpg")]
    [InlineData("https://pic3.zhimg.com/c1bb6a4abacecb1ff0bbf838ab3a4e08.jpg")]
    public void PortraitAddress_OfADefaultPicture_IsDefault(string url) => Assert.True(PortraitAddress.Parse(url)!.IsDefault);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("https://evil.example/pic1.zhimg.com/0011223a4_s.jpg")]
    [InlineData("https://pic1.zhimg.com.evil.example/0011223a4_s.jpg")]
    [InlineData("https://pic1.zhimg.com/../0011223a4_s.jpg")]
    [InlineData("https://pic1.zhimg.com/0011223a4_s.jpg\nx")]
    [InlineData("file:///0011223a4_s.jpg")]
    public void PortraitAddress_OfSomethingElse_IsNone(string? url) => Assert.Null(PortraitAddress.Parse(url));

    [Theory]
    [InlineData("http://api.zhihu.com/lives?limit=10&offset=30", 30)]
    [InlineData("https://evil.example/?offset=7", 7)]
    [InlineData("http://api.zhihu.com/lives?limit=10&after_id=3", null)]
    [InlineData("http://api.zhihu.com/lives?offset=-5", null)]
    [InlineData("http://api.zhihu.com/lives?offset=99999999999", null)]
    [InlineData("offset=3", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void PageOffset_InNext_IsTheNumberAlone(string? next, int? offset) => Assert.Equal(offset, PageOffset.In(next));
}
