namespace LiveQuality.Crawler.Records;

/// <summary>One field's old and new value.</summary>
/// <param name="Field">Name as stored, for example <c>reviewCount</c>.</param>
/// <param name="Old">Old value as JSON text; null where there was none.</param>
/// <param name="New">New value as JSON text.</param>
public sealed record FieldChange(string Field, string? Old, string? New);
