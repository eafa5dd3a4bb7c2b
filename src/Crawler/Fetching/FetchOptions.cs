using System.ComponentModel.DataAnnotations;
using LiveQuality.Crawler.Fetching.Guarding;
using Microsoft.Extensions.Options;

namespace LiveQuality.Crawler.Fetching;

/// <summary>How gently, how often and how much is fetched. Bound from <c>Crawler:Fetching</c>.</summary>
public sealed class FetchOptions
{
    /// <summary>Time for one attempt, from connecting to the last byte; waiting for its turn does not count.</summary>
    /// <value>The default is 30 s.</value>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan AttemptTimeout { get; set; } = FetchDefaults.AttemptTimeout;

    /// <summary>Further attempts after one that may pass: transport errors, 408, 429 and 5xx.</summary>
    /// <value>The default is 3.</value>
    [Range(0, 10)]
    public int Retries { get; set; } = FetchDefaults.Retries;

    /// <summary>First pause before another attempt; doubles each time, with jitter.</summary>
    /// <value>The default is 2 s.</value>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:05:00")]
    public TimeSpan RetryDelay { get; set; } = FetchDefaults.RetryDelay;

    /// <summary>Longest pause before another attempt; when the site's Retry-After asks for more, that ends the attempts.</summary>
    /// <value>The default is 5 min.</value>
    [Range(typeof(TimeSpan), "00:00:00.001", "1.00:00:00")]
    public TimeSpan LongestRetryDelay { get; set; } = FetchDefaults.LongestRetryDelay;

    /// <summary>Largest body, bytes as sent and after decompression; a larger one is a failure.</summary>
    /// <value>The default is 8 MiB: a feed page of ten lives has about 60 KiB.</value>
    [Range(1024, 1024 * 1024 * 1024)]
    public int LargestBody { get; set; } = FetchDefaults.LargestBody;

    /// <summary>What the crawler calls itself: names, versions and comments (RFC 9110, section 10.1.5).</summary>
    /// <value>The default is <c>LiveQuality/1.0</c>.</value>
    [Required]
    public string UserAgent { get; set; } = FetchDefaults.UserAgent;
}

internal static class FetchDefaults
{
    public const int Retries = 3;
    public const int LargestBody = 8 * 1024 * 1024;
    public const string UserAgent = "LiveQuality/1.0";
    public static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(30);
    public static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(2);
    public static readonly TimeSpan LongestRetryDelay = TimeSpan.FromMinutes(5);
}

[OptionsValidator]
internal sealed partial class FetchOptionsRanges : IValidateOptions<FetchOptions>;

internal sealed class FetchOptionsConsistency : IValidateOptions<FetchOptions>
{
    public ValidateOptionsResult Validate(string? name, FetchOptions options)
    {
        if (options.LongestRetryDelay < options.RetryDelay)
        {
            return ValidateOptionsResult.Fail(
                $"Crawler:Fetching:LongestRetryDelay ({options.LongestRetryDelay}) must not be shorter than RetryDelay ({options.RetryDelay}).");
        }

        using var request = new HttpRequestMessage();
        return request.Headers.UserAgent.TryParseAdd(options.UserAgent)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                $"Crawler:Fetching:UserAgent ('{ShownAddress.Plain(options.UserAgent, 80)}') must be a name/version such as {FetchDefaults.UserAgent}.");
    }
}
