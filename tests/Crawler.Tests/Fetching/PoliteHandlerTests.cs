using CsCheck;
using LiveQuality.Crawler.Fetching;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace LiveQuality.Crawler.Tests.Fetching;

public sealed class PoliteHandlerTests
{
    [Fact]
    public async Task Requests_HoweverTheyCome_AreNeverCloserThanTheInterval()
    {
        await Gen.Int[0, 30].Array[1, 12].SampleAsync(
            async waits =>
            {
                var time = new FakeTimeProvider();
                var interval = TimeSpan.FromSeconds(10);
                var site = new ScriptedHandler(time, ScriptedHandler.Body([1]));
                using var client = new HttpClient(new PoliteHandler(interval, time, site));
                foreach (var wait in waits)
                {
                    time.Advance(TimeSpan.FromSeconds(wait));
                    var ask = client.GetAsync(new Uri("https://api.zhihu.com/"));
                    while (!ask.IsCompleted)
                    {
                        time.Advance(TimeSpan.FromSeconds(1));
                        await Task.Yield();
                    }

                    (await ask).Dispose();
                }

                Assert.All(site.AskedAt.Zip(site.AskedAt.Skip(1)), pair => Assert.True(pair.Second - pair.First >= interval));
            },
            iter: 100,
            seed: "0N0XIzNsQ0O2",
            threads: 1);
    }
}
