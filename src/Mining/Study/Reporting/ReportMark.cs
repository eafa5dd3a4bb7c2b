namespace LiveQuality.Mining.Study.Reporting;

/// <summary>How a cell stands out.</summary>
internal enum ReportMark
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>As published, or more than noise.</summary>
    Firm,

    /// <summary>Off.</summary>
    Off,
}
