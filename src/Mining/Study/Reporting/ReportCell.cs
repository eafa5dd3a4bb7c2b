namespace LiveQuality.Mining.Study.Reporting;

/// <summary>A cell of a report's table.</summary>
/// <param name="Text">What it says; the mark only repeats it in colour.</param>
/// <param name="Mark">Its colour.</param>
internal readonly record struct ReportCell(string Text, ReportMark Mark = ReportMark.None)
{
    public static implicit operator ReportCell(string text) => new(text);
}
