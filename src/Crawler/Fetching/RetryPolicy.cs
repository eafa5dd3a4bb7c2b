using System.Net;
using Polly;
using Polly.Retry;

namespace LiveQuality.Crawler.Fetching;

/// <summary>
/// When another attempt is worth it, and after how long. What a Retry-After asks for is not counted here: it holds for the whole host, so the gate
/// alone decides about it, when the next attempt wants in.
/// </summary>
internal static class RetryPolicy
{
    /// <param name="options">Numbers.</param>
    /// <param name="time">Clock of the pauses.</param>
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
                ShouldHandle = arguments => ValueTask.FromResult(MayPass(arguments.Outcome)),
            });
        }

        return builder.Build();
    }

    private static bool MayPass(Outcome<Answer> outcome) => outcome switch
    {
        { Exception: { } exception } => TransportProblem.MayPass(exception),
        // A recorded answer too: behind it the recording holds what the next attempt got.
        { Result: { NotRecorded: false, Code: { } code } } => IsPassing(code),
        _ => false,
    };

    private static bool IsPassing(HttpStatusCode code) =>
        code is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError;
}
