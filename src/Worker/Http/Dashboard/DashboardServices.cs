using LiveQuality.Worker.Http.Dashboard.Pages;
using Microsoft.AspNetCore.StaticFiles;

namespace LiveQuality.Worker.Http.Dashboard;

/// <summary>The pages for people: rendered here, without a line of script.</summary>
internal static class DashboardServices
{
    private const string Forever = "public, max-age=31536000, immutable";
    private const string AskAgain = "no-cache";

    public static IServiceCollection AddDashboard(this IServiceCollection services)
    {
        services.AddRazorComponents();
        return services
            .AddHttpContextAccessor()
            .AddScoped<Visitor>()
            .AddSingleton<StyleSheet>()
            .AddSingleton<IProblemDetailsWriter, ProblemPageWriter>();
    }

    public static void UseDashboard(this WebApplication app)
    {
        var sheet = app.Services.GetRequiredService<StyleSheet>();
        app.UseStaticFiles(new StaticFileOptions
        {
            ContentTypeProvider = new FileExtensionContentTypeProvider { Mappings = { [".md"] = "text/markdown; charset=utf-8" } },
            // With its version in the address a file never changes; under the version of another program, which runs beside this one during an upgrade, it is not that file.
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = $"{file.Context.Request.Path}{file.Context.Request.QueryString}" == sheet.Address ? Forever : AskAgain,
        });
        app.MapPreferences();
        // Nothing here is changed by a form, so there is nothing to forge.
        app.MapRazorComponents<App>().DisableAntiforgery();
    }
}
