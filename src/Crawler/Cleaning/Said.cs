namespace LiveQuality.Crawler.Cleaning;

/// <summary>Values of a view that is filled up with defaults: a default may mean "not said".</summary>
internal static class Said
{
    public static string? Text(string? value) => string.IsNullOrEmpty(value) ? null : value;

    public static long? Number(long? value) => value == 0 ? null : value;
}
