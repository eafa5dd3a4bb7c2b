using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using Quartz;

namespace LiveQuality.Worker.Jobs;

/// <summary>When the service does what. Bound from <c>Schedule</c>. Times are Quartz cron expressions (seconds first), in Asia/Shanghai, where the site lives; an empty text switches a job off: it runs only when somebody asks for it.</summary>
internal sealed class ScheduleOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Schedule";

    /// <summary>When the feed is walked.</summary>
    /// <value>The default is 02:00 every day.</value>
    public string CrawlFeed { get; set; } = ScheduleDefaults.CrawlFeed;

    /// <summary>When what is due for another look is fetched: lives, reviews, and what an earlier crawl had to leave.</summary>
    /// <value>The default is every 2 hours, a quarter past the odd ones: no other job begins then.</value>
    public string RefreshReviews { get; set; } = ScheduleDefaults.RefreshReviews;

    /// <summary>When speakers' portraits are looked at; never where <c>Faces:Enabled</c> is false.</summary>
    /// <value>The default is 03:30 every day.</value>
    public string ScorePortraits { get; set; } = ScheduleDefaults.ScorePortraits;

    /// <summary>When a model is trained.</summary>
    /// <value>The default is 04:00 on Sundays.</value>
    public string Retrain { get; set; } = ScheduleDefaults.Retrain;

    /// <summary>When every live is scored.</summary>
    /// <value>The default is 05:00 every day.</value>
    public string Rescore { get; set; } = ScheduleDefaults.Rescore;

    /// <summary>When the state of the store is noted.</summary>
    /// <value>The default is 07:30 every day.</value>
    public string Report { get; set; } = ScheduleDefaults.Report;

    /// <summary>When old runs are dropped and the store is compacted.</summary>
    /// <value>The default is 06:00 on Sundays.</value>
    public string Compact { get; set; } = ScheduleDefaults.Compact;

    /// <summary>What is crawled, as <c>--source</c> takes it.</summary>
    /// <value>The default is <c>sample</c>, the recording that comes with the program.</value>
    [Required]
    public string Source { get; set; } = ScheduleDefaults.Source;

    /// <summary>Whether a store that was never crawled to the end is crawled when the service starts, and not only when the time comes.</summary>
    /// <value>The default is true.</value>
    public bool FirstRunAtStart { get; set; } = true;

    /// <summary>How often a job that failed is tried again.</summary>
    /// <value>The default is 3 times.</value>
    [Range(0, 10)]
    public int Retries { get; set; } = ScheduleDefaults.Retries;

    /// <summary>Time before the first further attempt; doubles each time, up to an hour.</summary>
    /// <value>The default is 1 minute.</value>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan RetryDelay { get; set; } = ScheduleDefaults.RetryDelay;

    /// <summary>Connection string of the PostgreSQL database by which several machines share the schedule, a secret; null for one machine, which keeps the schedule in memory.</summary>
    /// <value>The default is null.</value>
    public string? Cluster { get; set; }

    /// <summary>Days that runs are kept for; the newest of each command, and crawls that the field watch compares with, stay longer.</summary>
    /// <value>The default is 365.</value>
    [Range(1, 36_500)]
    public int KeepRuns { get; set; } = ScheduleDefaults.KeepRuns;

    /// <summary>The two about retries, as Quartz wants them.</summary>
    internal RetryPolicy RetryPolicy => Retries == 0 ? RetryPolicy.None : RetryPolicy.Exponential(Retries, RetryDelay, 2, ScheduleDefaults.LongestRetryDelay);
}

internal static class ScheduleDefaults
{
    public const string CrawlFeed = "0 0 2 * * ?";
    public const string RefreshReviews = "0 15 1/2 * * ?";
    public const string ScorePortraits = "0 30 3 * * ?";
    public const string Retrain = "0 0 4 ? * SUN";
    public const string Rescore = "0 0 5 * * ?";
    public const string Report = "0 30 7 * * ?";
    public const string Compact = "0 0 6 ? * SUN";
    public const string Source = "sample";
    public const int Retries = 3;
    public const int KeepRuns = 365;
    public static readonly TimeSpan RetryDelay = TimeSpan.FromMinutes(1);
    public static readonly TimeSpan LongestRetryDelay = TimeSpan.FromHours(1);
}

[OptionsValidator]
internal sealed partial class ScheduleOptionsRanges : IValidateOptions<ScheduleOptions>;
