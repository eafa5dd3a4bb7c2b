namespace LiveQuality.Crawler.Storage;

/// <summary>What a write does where the key is already there.</summary>
public enum MergePolicy
{
    /// <summary>Values that the new record has go over the stored ones; what it does not say stays. An older record only fills gaps.</summary>
    Merge,

    /// <summary>The new record takes the stored one's place.</summary>
    Replace,
}
