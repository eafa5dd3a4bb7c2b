namespace LiveQuality.Worker.Http.Dashboard.Charts;

/// <summary>One bar.</summary>
/// <param name="Label">What it is of.</param>
/// <param name="Value">How long it is; below 0 it goes the other way.</param>
/// <param name="Text">The value as people read it.</param>
internal readonly record struct Bar(string Label, double Value, string Text);
