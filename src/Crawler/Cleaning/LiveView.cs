namespace LiveQuality.Crawler.Cleaning;

/// <summary>How much of a live a view of the site says.</summary>
public enum LiveView
{
    /// <summary>The API's lists and details: every value is a fact, 0, '' and false too.</summary>
    Full,

    /// <summary>The state inside a web page: whatever may be one of the front end's defaults says nothing.</summary>
    PageState,
}
