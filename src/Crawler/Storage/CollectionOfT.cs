using System.Text.Json.Serialization.Metadata;
using LiveQuality.Crawler.Records;

namespace LiveQuality.Crawler.Storage;

/// <summary>A named set of records of one type, described well enough for every house to keep it.</summary>
/// <typeparam name="T">The record.</typeparam>
/// <param name="Name">Name of the table or collection.</param>
/// <param name="Json">How the record is written.</param>
/// <param name="Policy">What a second write of a key does.</param>
public sealed record Collection<T>(string Name, JsonTypeInfo<T> Json, MergePolicy Policy) : Collection(Name)
    where T : class, IRecord
{
    /// <summary>Fields that can be queried.</summary>
    public IReadOnlyList<Field<T>> Indexes { get; init; } = [];

    /// <summary>Fields, by stored name, whose change alone is no change (when it was seen, how often it changed).</summary>
    public IReadOnlyList<string> Bookkeeping { get; init; } = [];

    /// <inheritdoc/>
    public override IReadOnlyList<string> IndexedFields => [.. Indexes.Select(index => index.Name)];
}
