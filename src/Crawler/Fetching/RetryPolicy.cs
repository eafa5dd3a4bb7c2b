using System.Net;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace LiveQuality.Crawler.Fetching;

/// <summary>When another attempt is worth it, and after how long.</summary>
internal static class RetryPolicy
{
    /// <param name="options">Numbers.</param>
    /// <param name="time">Clock of the pauses and timeouts.</param>
    /// <param name="random">Chance of the jitter, 0 to below 1.</param>
    public static ResiliencePipeline<Answer> Create(FetchOptions options, TimeProvider time, Func<double> random)
    {
        var builder = new ResiliencePipelineBuilder<Answer> { TimeProvider = time };
        if (options.Retries > 0)
        {
            builder.AddRetry(new RetryStrategyOptions<Answer>
            {
                MaxRetryAttempts = options.Retries,
                Delay = options.RetryDelay,
                MaxDelay = options.LongestRetryDelay,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Randomizer = random,
                ShouldHandle = arguments => ValueTask.FromResult(MayPass(arguments.Outcome, options, time)),
                DelayGenerator = arguments => ValueTask.FromResult(RetryAfter(arguments.Outcome.Result, time)),
            });
        }

        return builder.AddTimeout(options.AttemptTimeout).Build();
    }

    private static bool MayPass(Outcome<Answer> outcome, FetchOptions options, TimeProvider time) => outcome switch
    {
        { Exception: HttpRequestException or TimeoutRejectedException or IOException or InvalidDataException } => true,
        { Result: { NotRecorded: false } answer } => IsPassing(answer.Code) && !(RetryAfter(answer, time) > options.LongestRetryDelay),
        _ => false,
    };

    private static bool IsPassing(HttpStatusCode code) =>
        code is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError;

    // RFC 9110, section 10.2.3: seconds or a date.
    private static TimeSpan? RetryAfter(Answer? answer, TimeProvider time) => answer?.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when date > time.GetUtcNow() => date - time.GetUtcNow(),
        _ => null,
    };
}
