namespace LiveQuality.Crawler.Fetching;

/// <summary>What one fetch has cost and heard so far, all its attempts and hops together.</summary>
internal sealed class Traffic
{
    /// <summary>Bytes of bodies as they went over the wire; of broken ones, what came.</summary>
    public long Transferred { get; set; }

    /// <summary>Status of the last answer; null before the first.</summary>
    public int? LastCode { get; set; }
}
