using LiveQuality.Worker.Http.Dashboard.Pages;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace LiveQuality.Worker.Http.Dashboard;

/// <summary>Shows a problem as a page to whoever asked for a page; programs get problem details from the writers after this one.</summary>
internal sealed class ProblemPageWriter(IServiceScopeFactory scopes) : IProblemDetailsWriter
{
    private const string EnhancedNavigation = "blazor-enhanced-nav";

    public bool CanWrite(ProblemDetailsContext context) =>
        MediaTypeHeaderValue.TryParseList(context.HttpContext.Request.Headers.Accept, out var accepted) && accepted.Any(type => type.MediaType == "text/html");

    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var http = context.HttpContext;
        // The request's own services may have begun a page that failed; a page is rendered only once with them.
        await using var scope = scopes.CreateAsyncScope();
        var before = http.RequestServices;
        http.RequestServices = scope.ServiceProvider;
        // Of a page that was dropped; the framework adds it once more, and that throws.
        http.Response.Headers.Remove(EnhancedNavigation);
        try
        {
            var status = context.ProblemDetails.Status ?? http.Response.StatusCode;
            var values = new Dictionary<string, object?> { [nameof(ProblemPage.Status)] = status, [nameof(ProblemPage.Detail)] = context.ProblemDetails.Detail };
            await new RazorComponentResult<ProblemPage>(values) { StatusCode = status }.ExecuteAsync(http);
        }
        finally
        {
            http.RequestServices = before;
        }
    }
}
