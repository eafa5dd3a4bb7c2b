using LiveQuality.Crawler.Crawling;
using LiveQuality.Crawler.Fetching;
using LiveQuality.Crawler.Fetching.Politeness;
using LiveQuality.Mining.Faces;
using LiveQuality.Mining.Scoring;
using LiveQuality.Worker.Http;
using LiveQuality.Worker.Jobs;
using LiveQuality.Worker.Jobs.Notices;
using Microsoft.Extensions.Options;

namespace LiveQuality.Worker.Hosting;

/// <summary>The configuration keys there are. A misspelt one would be ignored in silence, so it is an error that names it.</summary>
internal static class ConfigurationKeys
{
    private static readonly Dictionary<string, Type> Sections = new(StringComparer.OrdinalIgnoreCase)
    {
        [StoreOptions.Section] = typeof(StoreOptions),
        [HttpOptions.Section] = typeof(HttpOptions),
        [NoticeOptions.Section] = typeof(NoticeOptions),
        [ScheduleOptions.Section] = typeof(ScheduleOptions),
        ["Crawler:Fetching"] = typeof(FetchOptions),
        ["Crawler:Politeness"] = typeof(PolitenessOptions),
        ["Crawler:Crawling"] = typeof(CrawlOptions),
        ["Mining:Training"] = typeof(TrainingOptions),
        [FaceOptions.Section] = typeof(FaceOptions),
        [FaceModelOptions.Section] = typeof(FaceModelOptions),
    };

    /// <exception cref="OptionsValidationException">A key is not known.</exception>
    public static void Check(IConfiguration configuration)
    {
        var known = Sections
            .SelectMany(s => s.Value.GetProperties().Select(p => $"{s.Key}:{p.Name}").Append(s.Key))
            .Concat(Sections.Keys.Select(k => k.Split(':')[0]))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        // Below these, the names are the operator's.
        var open = Sections
            .SelectMany(s => s.Value.GetProperties().Where(p => p.PropertyType == typeof(Dictionary<string, string>)).Select(p => $"{s.Key}:{p.Name}"))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var unknown = configuration.AsEnumerable().Select(pair => pair.Key)
            .Where(key => !known.Contains(key) && !open.Contains(ConfigurationPath.GetParentPath(key) ?? string.Empty))
            .Order(StringComparer.Ordinal).ToList();
        if (unknown.Count > 0)
        {
            throw new OptionsValidationException(Options.DefaultName, typeof(object), unknown.Select(key => $"{key} is no configuration key"));
        }
    }
}
