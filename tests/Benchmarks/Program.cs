using BenchmarkDotNet.Running;
using LiveQuality.Benchmarks;
using LiveQuality.Crawler.Storage;

if (args is ["crawl", var site, .. var rest])
{
    await CrawlThroughput.RunAsync(new Uri(site), rest is [var pages] ? int.Parse(pages, System.Globalization.CultureInfo.InvariantCulture) : int.MaxValue);
}
else if (args is ["compare", var table])
{
    await RegressorComparison.RunAsync(table);
}
else if (args is ["score", var lives])
{
    ScoringThroughput.Run(lives);
}
else if (args is ["board"])
{
    await BoardThroughput.RunAsync();
}
else if (args is ["store", var address])
{
    await using var store = StoreFactory.Create(address, mustExist: false, TimeProvider.System);
    await store.OpenAsync(CancellationToken.None);
    await InventedLives.FillAsync(store);
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(BoardThroughput).Assembly).Run(args);
}
