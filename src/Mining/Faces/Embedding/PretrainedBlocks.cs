namespace LiveQuality.Mining.Faces.Embedding;

/// <summary>The blocks that heads read: all that pretrained nets say, but not the pixels.</summary>
internal static class PretrainedBlocks
{
    /// <summary>Their names, in order.</summary>
    public static IReadOnlyList<string> Of(FaceFeatures features) => [.. features.Blocks.Select(block => block.Name).Where(name => name != GreyChip.Block)];
}
