using LiveQuality.Mining.Faces.Embedding;
using LiveQuality.Mining.Features;

namespace LiveQuality.Mining.Faces.Heads;

/// <summary>What nets say of faces, as rows for heads.</summary>
internal static class FeatureRows
{
    /// <summary>Puts the blocks of each face one after the other.</summary>
    /// <param name="blocks">Their lengths, in order.</param>
    /// <param name="faces">One entry a face: one array a block, as nets give them.</param>
    /// <returns>[faces, sum of the lengths].</returns>
    /// <exception cref="ArgumentException">A face does not have these blocks; the message says which.</exception>
    public static Matrix Join(IReadOnlyList<FeatureBlock> blocks, IReadOnlyList<float[][]> faces)
    {
        var rows = new Matrix(faces.Count, blocks.Sum(block => block.Length));
        for (var face = 0; face < faces.Count; face++)
        {
            if (!faces[face].Select(numbers => numbers.Length).SequenceEqual(blocks.Select(block => block.Length)))
            {
                throw new ArgumentException($"face {face} does not have the blocks {string.Join(", ", blocks.Select(block => block.Name))}", nameof(faces));
            }

            var column = 0;
            foreach (var number in faces[face].SelectMany(numbers => numbers))
            {
                rows[face, column++] = number;
            }
        }

        return rows;
    }
}
