namespace LiveQuality.Worker.Http.Dashboard.Language;

/// <summary>A language of the dashboard.</summary>
internal enum Tongue
{
    /// <summary>English.</summary>
    English,

    /// <summary>Simplified Chinese.</summary>
    Chinese,
}
