using LiveQuality.Crawler;
using LiveQuality.Crawler.Storage;
using LiveQuality.Worker.Jobs;
using Microsoft.AspNetCore.Diagnostics;

namespace LiveQuality.Worker.Http;

/// <summary>From what went wrong to problem details (RFC 9457): one line for the person who asked, never a stack trace.</summary>
internal sealed class ProblemHandler : IExceptionHandler
{
    private const string Soon = "5";

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
        {
            return true; // Nobody waits for an answer.
        }

        var (status, detail) = exception switch
        {
            // The schedule starts when the store answers.
            StoreException or ScheduleException => (StatusCodes.Status503ServiceUnavailable, exception.Message),
            BadHttpRequestException e => (e.StatusCode, e.Message),
            UserFacingException e => (StatusCodes.Status409Conflict, e.Message),
            _ => (StatusCodes.Status500InternalServerError, "a fault in the program; the log says more"),
        };
        if (status == StatusCodes.Status503ServiceUnavailable)
        {
            httpContext.Response.Headers.RetryAfter = Soon;
        }

        // Unlike the service behind it, this one also answers those who accept no JSON.
        await Results.Problem(statusCode: status, detail: detail).ExecuteAsync(httpContext);
        return true;
    }
}
