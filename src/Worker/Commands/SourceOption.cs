using System.CommandLine;
using LiveQuality.Crawler.Crawling.Sources;
using LiveQuality.Worker.Steps;

namespace LiveQuality.Worker.Commands;

/// <summary><c>--source</c>: where a crawl gets its pages.</summary>
internal sealed class SourceOption : Option<string>
{
    public SourceOption()
        : base("--source")
    {
        Description = $"Where the pages come from: {CrawlSource.Forms}";
        HelpName = "SOURCE";
        DefaultValueFactory = _ => "sample";
        Validators.Add(result =>
        {
            if (!CrawlSource.TryParse(result.GetValueOrDefault<string>(), CrawlStep.SamplePath, out _, out var problem))
            {
                result.AddError($"--source: {problem}");
            }
        });
    }

    public CrawlSource Read(ParseResult parsed) =>
        CrawlSource.TryParse(parsed.GetRequiredValue(this), CrawlStep.SamplePath, out var source, out var problem) ? source : throw new InvalidOperationException(problem);
}
