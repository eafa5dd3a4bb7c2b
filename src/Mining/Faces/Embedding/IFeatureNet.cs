using LiveQuality.Mining.Faces.Imaging;

namespace LiveQuality.Mining.Faces.Embedding;

/// <summary>A pretrained net, read at several layers. Calls from several threads at once are allowed; the same picture gives the same bits.</summary>
internal interface IFeatureNet : IDisposable
{
    /// <summary>Name and version of the weights, part of every result and of the cache's key.</summary>
    string Id { get; }

    /// <summary>How it wants a face to lie.</summary>
    AlignmentTemplate Template { get; }

    /// <summary>What it says.</summary>
    IReadOnlyList<FeatureBlock> Blocks { get; }

    /// <summary>Whether the mean over a face and its mirror image is worth twice the time.</summary>
    bool IsReadTwice { get; }

    /// <summary>Reads one face.</summary>
    /// <param name="aligned">A square of <see cref="AlignmentTemplate.Size"/>.</param>
    /// <returns>One array a block, in the order of <see cref="Blocks"/>.</returns>
    float[][] Read(RgbImage aligned);
}
