namespace LiveQuality.Crawler.Cleaning;

/// <summary>The view that a quarantined live came in, as its entry says it.</summary>
internal static class Context
{
    public const string TableRow = "table-row";
    private const string Full = "full";
    private const string PageState = "page-state";

    public static string Of(LiveView view) => view == LiveView.Full ? Full : PageState;

    public static LiveView? View(string? context) => context switch
    {
        Full => LiveView.Full,
        PageState => LiveView.PageState,
        _ => null,
    };
}
