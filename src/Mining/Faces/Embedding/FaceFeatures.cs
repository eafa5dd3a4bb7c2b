namespace LiveQuality.Mining.Faces.Embedding;

/// <summary>What the nets say of one face.</summary>
/// <param name="blocks">The kinds of numbers.</param>
/// <param name="values">One array a block.</param>
internal sealed class FaceFeatures(IReadOnlyList<FeatureBlock> blocks, IReadOnlyList<float[]> values)
{
    /// <summary>The kinds of numbers.</summary>
    public IReadOnlyList<FeatureBlock> Blocks => blocks;

    /// <summary>One array a block, in the order of <see cref="Blocks"/>.</summary>
    public IReadOnlyList<float[]> Values => values;

    /// <summary>The numbers of one block.</summary>
    /// <exception cref="ArgumentException">No net of the stack says that.</exception>
    public float[] this[string block]
    {
        get
        {
            for (var i = 0; i < blocks.Count; i++)
            {
                if (blocks[i].Name == block)
                {
                    return values[i];
                }
            }

            throw new ArgumentException($"no block {block} among {string.Join(", ", blocks.Select(one => one.Name))}", nameof(block));
        }
    }

    /// <summary>Several blocks end to end.</summary>
    public float[] Join(params ReadOnlySpan<string> names)
    {
        List<float> joined = [];
        foreach (var name in names)
        {
            joined.AddRange(this[name]);
        }

        return [.. joined];
    }
}
