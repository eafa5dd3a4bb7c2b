using System.Net;
using LiveQuality.Worker.Http;
using Xunit;

namespace LiveQuality.Worker.Tests.Http;

public sealed class ListenAddressTests
{
    [Theory]
    [InlineData("http://127.0.0.1:8080", "127.0.0.1:8080")]
    [InlineData("http://localhost:8080", "127.0.0.1:8080")]
    [InlineData("http://*:8080", "127.0.0.1:8080")]
    [InlineData("http://0.0.0.0:8080", "127.0.0.1:8080")]
    [InlineData("http://[::]:8080", "127.0.0.1:8080")]
    [InlineData("http://[::1]:8080", "[::1]:8080")]
    [InlineData("https://192.0.2.1", "192.0.2.1:443")]
    [InlineData("http://127.0.0.2:8080", "127.0.0.2:8080")]
    public void Nearest_OfAnAddress_IsWhereThisMachineReachesIt(string address, string expected) => Assert.Equal(IPEndPoint.Parse(expected), ListenAddress.Parse(address)!.Nearest);
}
