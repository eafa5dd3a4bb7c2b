namespace LiveQuality.Crawler.Records;

/// <summary>What can happen to a field between two crawls.</summary>
public static class FieldAlertKind
{
    /// <summary>Fewer objects have it.</summary>
    public const string Dropped = "dropped";

    /// <summary>Fewer objects have it, and as many more have another key in the same place with values of the same type.</summary>
    public const string Renamed = "renamed";

    /// <summary>Its values have another JSON type.</summary>
    public const string Retyped = "retyped";

    /// <summary>A key that nobody knew before.</summary>
    public const string Appeared = "appeared";
}
