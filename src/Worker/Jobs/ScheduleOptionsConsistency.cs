using LiveQuality.Crawler.Crawling.Sources;
using LiveQuality.Worker.Hosting;
using LiveQuality.Worker.Steps;
using Microsoft.Extensions.Options;
using Npgsql;

namespace LiveQuality.Worker.Jobs;

/// <summary>What may not be: a time that is none or never comes, a source that is none, a cluster whose machines share no store.</summary>
internal sealed class ScheduleOptionsConsistency(IOptions<StoreOptions> store, TimeProvider time) : IValidateOptions<ScheduleOptions>
{
    public ValidateOptionsResult Validate(string? name, ScheduleOptions options)
    {
        var faults = JobCatalog.All.Select(job => CronFault(job.Key, job.Cron(options))).Append(SourceFault(options.Source)).Append(ClusterFault(options.Cluster)).OfType<string>().ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private string? CronFault(string key, string cron)
    {
        if (cron.Length == 0)
        {
            return null;
        }

        try
        {
            return ShanghaiCron.Parse(cron).GetNextValidTimeAfter(time.GetUtcNow()) is null ? Fault("that time never comes") : null;
        }
        catch (FormatException e)
        {
            // Its message names the field that is wrong.
            return Fault(e.Message);
        }

        string Fault(string why) => $"{ScheduleOptions.Section}:{key}: '{cron}' is no time to run at: {why}; it must be a Quartz cron expression (second minute hour day month weekday), for example '{ScheduleDefaults.CrawlFeed}' for 02:00 every day, or empty for never";
    }

    private static string? SourceFault(string source) =>
        CrawlSource.TryParse(source, CrawlStep.SamplePath, out _, out var problem) ? null : $"{ScheduleOptions.Section}:{nameof(ScheduleOptions.Source)}: {problem}";

    // The text is not repeated: it holds a password.
    private string? ClusterFault(string? cluster)
    {
        if (cluster is null)
        {
            return null;
        }

        const string Key = $"{ScheduleOptions.Section}:{nameof(ScheduleOptions.Cluster)}";
        try
        {
            if (string.IsNullOrEmpty(new NpgsqlConnectionStringBuilder(cluster).Host))
            {
                return $"{Key}: must name a Host";
            }
        }
        catch (ArgumentException)
        {
            return $"{Key}: must be a PostgreSQL connection string, for example Host=db;Database=livequality;Username=livequality;Password=...";
        }

        return store.Value.Address.StartsWith("mongodb", StringComparison.Ordinal) ? null : $"{Key}: several machines need a store that all of them reach: {StoreOptions.Section}:{nameof(StoreOptions.Address)} must be mongodb://...";
    }
}
