using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using LiveQuality.ZhihuSite.Faults;
using LiveQuality.ZhihuSite.Site;
using LiveQuality.ZhihuSite.Worlds;
using Xunit;

namespace LiveQuality.Crawler.Tests.ZhihuSite;

/// <summary>A server and a client that follows nothing, decodes nothing and tries nothing twice.</summary>
internal sealed class LocalSite : IAsyncDisposable
{
    public const string FirstPage = "/lives?limit=10&offset=0";
    public const string SecondPage = "/lives?limit=10&offset=10";

    private LocalSite(ZhihuSiteServer server)
    {
        Server = server;
        var plain = new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.None, MaxConnectionsPerServer = 1 };
        Client = new HttpClient(plain) { BaseAddress = server.Address };
    }

    public ZhihuSiteServer Server { get; }

    public HttpClient Client { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static Task<LocalSite> WithAsync(params Fault[] faults) => StartAsync(Worlds.Small, new SiteOptions { Faults = new FaultPlan(7, faults) });

    public static async Task<LocalSite> StartAsync(IWorld world, SiteOptions options) => new(await ZhihuSiteServer.StartAsync(world, port: 0, options, Token));

    public Task<HttpResponseMessage> GetAsync(string address) => Client.GetAsync(new Uri(address, UriKind.Relative), Token);

    public async Task<JsonElement> JsonAsync(string address)
    {
        using var response = await GetAsync(address);
        return JsonElement.Parse(await response.Content.ReadAsByteArrayAsync(Token));
    }

    public async Task<string[]> IdsAsync(string address) =>
        [.. (await JsonAsync(address)).GetProperty("data").EnumerateArray().Select(item => item.GetProperty("id").GetString()!)];

    /// <summary>What comes over the wire, to the end of the connection, and whether that end was a reset.</summary>
    public async Task<(string Head, byte[] Body, bool IsReset)> RawAsync(string address)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, Server.Address.Port, Token);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET {address} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"), Token);
        using var received = new MemoryStream();
        var buffer = new byte[4096];
        var isReset = false;
        try
        {
            for (int read; (read = await stream.ReadAsync(buffer, Token)) > 0;)
            {
                await received.WriteAsync(buffer.AsMemory(0, read), Token);
            }
        }
        catch (IOException e) when (e.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionReset })
        {
            isReset = true;
        }

        var bytes = received.ToArray();
        var end = bytes.AsSpan().IndexOf("\r\n\r\n"u8) + 4;
        return (Encoding.ASCII.GetString(bytes, 0, end), bytes[end..], isReset);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
    }
}
