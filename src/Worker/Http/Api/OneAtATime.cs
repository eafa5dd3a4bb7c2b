using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace LiveQuality.Worker.Http.Api;

/// <summary>
/// Lets in one request at a time, before its body is read, since each takes memory for a whole table or for nets. A few wait for their turn, the oldest first, and cost a connection; who comes when the queue is full is told to
/// come again: a crowd costs time, and no memory.
/// </summary>
/// <param name="what">What takes its turn, for people: routes of one policy share it.</param>
internal sealed class OneAtATime(string what) : IRateLimiterPolicy<string>
{
    /// <summary>How many wait.</summary>
    public const int Queue = 4;

    private static readonly TimeSpan Later = TimeSpan.FromSeconds(5);

    public Func<OnRejectedContext, CancellationToken, ValueTask>? OnRejected { get; } = async (rejected, _) =>
    {
        rejected.HttpContext.Response.Headers.RetryAfter = Later.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        await Results.Problem(statusCode: StatusCodes.Status503ServiceUnavailable, detail: $"{what}: one at a time, and {Queue} wait already; ask again in a moment").ExecuteAsync(rejected.HttpContext);
    };

    public RateLimitPartition<string> GetPartition(HttpContext httpContext) =>
        RateLimitPartition.GetConcurrencyLimiter(what, _ => new ConcurrencyLimiterOptions { PermitLimit = 1, QueueLimit = Queue, QueueProcessingOrder = QueueProcessingOrder.OldestFirst });
}
