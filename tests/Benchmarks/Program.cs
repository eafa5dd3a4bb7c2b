using BenchmarkDotNet.Running;
using LiveQuality.Benchmarks;

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
else
{
    BenchmarkSwitcher.FromAssembly(typeof(BoardThroughput).Assembly).Run(args);
}
