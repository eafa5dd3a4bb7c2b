using System.Net;
using System.Net.Sockets;
using LiveQuality.Crawler.Storage;
using LiveQuality.Crawler.Storage.Mongo;
using Xunit;

namespace LiveQuality.Crawler.Tests.Storage;

public sealed class MongoAddressTests
{
    [Theory]
    [InlineData("mongodb://127.0.0.1:27017", "livequality", "mongodb://127.0.0.1:27017")]
    [InlineData("mongodb://127.0.0.1/study?w=1", "study", "mongodb://127.0.0.1/study")]
    [InlineData("mongodb://user:secret@a,b:1/study?replicaSet=r", "study", "mongodb://a,b:1/study")]
    public void Address_WellFormed_NamesTheDatabaseAndNoSecret(string uri, string database, string display)
    {
        var address = new MongoAddress(uri);

        Assert.Equal((database, display), (address.Database.DatabaseName, address.Display));
    }

    [Theory]
    [InlineData("mongodb://user:sec@ret@/x")]
    [InlineData("mongodb://user:secret@host:notaport/x")]
    [InlineData("mongodb://user:sec/ret@host/x")]
    [InlineData("mongodb://host/x?maxPoolSize=secret")]
    [InlineData("mongodb://host/bad$name.x")]
    [InlineData("mongo://user:secret@host/x")]
    [InlineData("")]
    public void Store_MalformedAddress_IsOneLineWithoutSecret(string uri)
    {
        var error = Assert.Throws<StoreException>(() => new MongoStore(uri, mustExist: false, TimeProvider.System));

        Assert.Contains("is no MongoDB address", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("sec", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public async Task Open_NobodyListens_NamesTheHostInOneLine()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        await using var store = new MongoStore($"mongodb://user:secret@127.0.0.1:{port}/x", mustExist: false, TimeProvider.System);

        var error = await Assert.ThrowsAsync<StoreException>(() => store.OpenAsync(TestContext.Current.CancellationToken));

        Assert.StartsWith($"mongodb://127.0.0.1:{port}/x cannot be reached", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }
}
