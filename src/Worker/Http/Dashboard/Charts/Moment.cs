namespace LiveQuality.Worker.Http.Dashboard.Charts;

/// <summary>A value at a time.</summary>
/// <param name="At">When.</param>
/// <param name="Value">The value.</param>
/// <param name="Low">Lower end of its interval; null where it has none.</param>
/// <param name="High">Its upper end.</param>
/// <param name="Name">What it is of; null where the chart says so.</param>
internal readonly record struct Moment(DateTimeOffset At, double Value, double? Low = null, double? High = null, string? Name = null);
