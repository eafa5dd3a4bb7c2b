using Microsoft.Net.Http.Headers;

namespace LiveQuality.Worker.Http.Security;

/// <summary>
/// Refuses what another site makes a browser send: anything but a read whose <c>Origin</c> is not ours. Browsers send that header with every such request (Fetch standard, 3.1); programs that are no browsers send none.
/// </summary>
internal static class CrossSiteGuard
{
    public static IApplicationBuilder UseCrossSiteGuard(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var request = context.Request;
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && request.Headers[HeaderNames.Origin] is [{ } origin, ..] && origin != $"{request.Scheme}://{request.Host}")
        {
            await Results.Problem(statusCode: StatusCodes.Status403Forbidden, detail: $"a page of {origin} may not do this").ExecuteAsync(context);
            return;
        }

        await next(context);
    });
}
