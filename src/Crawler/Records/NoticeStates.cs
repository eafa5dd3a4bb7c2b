namespace LiveQuality.Crawler.Records;

/// <summary>What becomes of a notice.</summary>
public static class NoticeStates
{
    /// <summary>To be delivered.</summary>
    public const string Waiting = "waiting";

    /// <summary>Delivered.</summary>
    public const string Delivered = "delivered";

    /// <summary>Given up: nobody took it for days.</summary>
    public const string GivenUp = "given-up";
}
