namespace LiveQuality.Crawler.Storage;

/// <summary>A field of a collection's records that is indexed and can be asked for.</summary>
/// <typeparam name="T">The record.</typeparam>
/// <param name="Name">Name as stored, for example <c>liveId</c>.</param>
public sealed record Field<T>(string Name);
