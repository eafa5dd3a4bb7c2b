using Microsoft.Net.Http.Headers;

namespace LiveQuality.Worker.Http.Api;

/// <summary>Entity tags.</summary>
internal static class Tags
{
    private const int ProgramDigits = 8;

    /// <summary>Stands for this program in tags of what it makes anew from the same data: another one may make something else of it.</summary>
    public static string Program { get; } = typeof(Tags).Module.ModuleVersionId.ToString("N")[..ProgramDigits];

    /// <summary>Sets the tag, and answers 304 where the client's copy has it.</summary>
    /// <returns>Whether that was the answer.</returns>
    public static bool IsKnown(HttpContext context, string tag)
    {
        context.Response.Headers.ETag = tag;
        // To be asked each time, and kept by nobody in between.
        context.Response.Headers.CacheControl = "private, no-cache";
        var known = context.Request.GetTypedHeaders().IfNoneMatch;
        if (known.Count == 0 || !known.Any(one => one.Tag == "*" || one.Compare(EntityTagHeaderValue.Parse(tag), useStrongComparison: false)))
        {
            return false;
        }

        context.Response.StatusCode = StatusCodes.Status304NotModified;
        return true;
    }
}
