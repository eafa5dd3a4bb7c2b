namespace LiveQuality.Crawler.Records;

/// <summary>What can become of a portrait, as stored.</summary>
public static class FaceOutcomes
{
    /// <summary>One face was judged.</summary>
    public const string Face = "face";

    /// <summary>The picture was read, but no face in it is judged.</summary>
    public const string Abstained = "abstained";

    /// <summary>The bytes were not taken as a picture.</summary>
    public const string Refused = "refused";

    /// <summary>A picture of nobody: the site's own, or one that several speakers have. Not downloaded.</summary>
    public const string DefaultAvatar = "default-avatar";

    /// <summary>The picture could not be had. The next run tries again.</summary>
    public const string Failed = "failed";
}
