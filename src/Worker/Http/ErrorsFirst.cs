using LiveQuality.Crawler;
using LiveQuality.Worker.Output;
using Microsoft.AspNetCore.WebUtilities;

namespace LiveQuality.Worker.Http;

/// <summary>Puts what answers for errors around everything else: the framework asks whether a request is for a name of ours before the first step of <see cref="HttpServices.UseHttp"/>.</summary>
internal sealed class ErrorsFirst : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        // Handled exceptions are not logged by themselves, and a fault in the program must be.
        app.UseExceptionHandler(new ExceptionHandlerOptions { SuppressDiagnosticsCallback = context => context.Exception is UserFacingException or BadHttpRequestException or OperationCanceledException });
        // What nobody in particular has answered, such as an address that is none, or a name that is not ours, says no more than its status; a line all the same, also to those who accept no JSON.
        app.UseStatusCodePages(page => Results.Problem(statusCode: page.HttpContext.Response.StatusCode, detail: Line(page.HttpContext)).ExecuteAsync(page.HttpContext));
        next(app);
    };

    private static string Line(HttpContext context) =>
        $"{context.Request.Method} {Printable.OneLine($"{context.Request.Host}{context.Request.Path}")}: {ReasonPhrases.GetReasonPhrase(context.Response.StatusCode)}";
}
