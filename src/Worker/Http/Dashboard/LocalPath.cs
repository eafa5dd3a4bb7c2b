namespace LiveQuality.Worker.Http.Dashboard;

/// <summary>Where a link that anybody may have written is allowed to lead back to: a page of ours, nowhere else.</summary>
internal static class LocalPath
{
    private const string Home = "/";

    /// <returns>The path, or the first page's where it would leave the site.</returns>
    public static string Check(string? path)
    {
        // Browsers take \ for /, drop control characters, and read // as the beginning of another host.
        var isLocal = path is ['/', ..] && path is not ['/', '/', ..] && !path.Any(character => character is '\\' || char.IsControl(character));
        return isLocal ? path! : Home;
    }
}
