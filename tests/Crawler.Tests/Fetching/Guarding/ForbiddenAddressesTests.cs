using System.Net;
using CsCheck;
using LiveQuality.Crawler.Fetching.Guarding;
using Xunit;

namespace LiveQuality.Crawler.Tests.Fetching.Guarding;

public sealed class ForbiddenAddressesTests
{
    // First and last of each range, and neighbours that are public.
    [Theory]
    [InlineData("0.0.0.0", "0.255.255.255")]
    [InlineData("10.0.0.0", "10.255.255.255")]
    [InlineData("100.64.0.0", "100.127.255.255")]
    [InlineData("127.0.0.0", "127.255.255.255")]
    [InlineData("169.254.0.0", "169.254.255.255")]
    [InlineData("169.254.169.254", "169.254.169.254")]
    [InlineData("172.16.0.0", "172.31.255.255")]
    [InlineData("192.0.0.0", "192.0.0.255")]
    [InlineData("192.0.2.0", "192.0.2.255")]
    [InlineData("192.168.0.0", "192.168.255.255")]
    [InlineData("198.18.0.0", "198.19.255.255")]
    [InlineData("198.51.100.0", "198.51.100.255")]
    [InlineData("203.0.113.0", "203.0.113.255")]
    [InlineData("224.0.0.0", "239.255.255.255")]
    [InlineData("240.0.0.0", "255.255.255.255")]
    [InlineData("::", "::1")]
    [InlineData("::7f00:1", "::ffff:ffff")]
    [InlineData("::ffff:0:0", "::ffff:ffff:ffff")]
    [InlineData("::ffff:10.0.0.1", "::ffff:103.41.167.226")]
    [InlineData("64:ff9b::7f00:1", "64:ff9b::10.0.0.1")]
    [InlineData("64:ff9b:1::", "64:ff9b:1:ffff:ffff:ffff:ffff:ffff")]
    [InlineData("100::", "100::ffff:ffff:ffff:ffff")]
    [InlineData("2001::", "2001:0:ffff:ffff:ffff:ffff:ffff:ffff")]
    [InlineData("2001:db8::", "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff")]
    [InlineData("2002::", "2002:7f00:1::")]
    [InlineData("3fff::", "3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff")]
    [InlineData("fc00::", "fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")]
    [InlineData("fe80::1", "fe80::1%1")]
    [InlineData("fec0::", "feff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")]
    [InlineData("ff00::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")]
    public void Reason_OfASpecialRange_IsGivenAtBothEnds(string first, string last)
    {
        Assert.NotNull(ForbiddenAddresses.Reason(IPAddress.Parse(first)));
        Assert.NotNull(ForbiddenAddresses.Reason(IPAddress.Parse(last)));
    }

    [Theory]
    [InlineData("1.0.0.0")]
    [InlineData("9.255.255.255")]
    [InlineData("11.0.0.0")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.0")]
    [InlineData("126.255.255.255")]
    [InlineData("128.0.0.0")]
    [InlineData("169.253.255.255")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.0")]
    [InlineData("192.0.1.0")]
    [InlineData("192.167.255.255")]
    [InlineData("198.17.255.255")]
    [InlineData("198.20.0.0")]
    [InlineData("223.255.255.255")]
    [InlineData("2400:3200::1")]
    [InlineData("2001:200::1")]
    [InlineData("64:ff9b::103.41.167.226")]
    public void Reason_OfAPublicAddress_IsNone(string address) => Assert.Null(ForbiddenAddresses.Reason(IPAddress.Parse(address)));

    [Fact]
    public void Reason_OfAForbiddenAddressInsideAnother_IsNeverNone() =>
        Gen.UInt.Where(number => ForbiddenAddresses.Reason(V4(number)) is not null).Sample(
            number =>
            {
                var (high, low) = (number >> 16, number & 0xFFFF);
                Assert.All(
                    [$"::{high:x}:{low:x}", $"::ffff:{high:x}:{low:x}", $"64:ff9b::{high:x}:{low:x}", $"64:ff9b:1::{high:x}:{low:x}", $"2002:{high:x}:{low:x}::1"],
                    text => Assert.NotNull(ForbiddenAddresses.Reason(IPAddress.Parse(text))));
            },
            iter: 5000,
            seed: "0N0XIzNsQ0O2");

    private static IPAddress V4(uint number) => new([(byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number]);
}
