namespace LiveQuality.Worker.Http.Api;

/// <summary>A page of a list.</summary>
/// <param name="Items">What is on it.</param>
/// <param name="NextCursor">What to ask the next page with, as <c>cursor</c>; null after the last.</param>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? NextCursor);
