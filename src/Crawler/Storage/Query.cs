namespace LiveQuality.Crawler.Storage;

/// <summary>Which records to read, and in what order.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed record Query<T>
{
    /// <summary>Only records with <see cref="EqualTo"/> in this field; null for all.</summary>
    public Field<T>? Where { get; init; }

    /// <summary>The text that <see cref="Where"/> must hold.</summary>
    public string? EqualTo { get; init; }

    /// <summary>Order by this field, then by id; null for by id alone.</summary>
    public Field<T>? OrderBy { get; init; }

    /// <summary>Largest first, in the field and in the id.</summary>
    public bool Descending { get; init; }

    /// <summary>Only records behind this id, in the direction asked for: where a page before ended. Needs the order by id alone; null for all.</summary>
    public string? After { get; init; }

    /// <summary>At most so many; null for no limit.</summary>
    public int? Limit { get; init; }
}
