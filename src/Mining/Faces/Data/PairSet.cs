using LiveQuality.Mining.Faces.Heads;

namespace LiveQuality.Mining.Faces.Data;

/// <summary>Pairs of pictures, and who the faces in them are as far as nets can tell.</summary>
/// <param name="Pairs">All pairs.</param>
/// <param name="Vectors">Identity vector of each picture in which a face was judged.</param>
/// <param name="Source">Where they come from.</param>
/// <param name="Features">Id of detector and nets.</param>
internal sealed record PairSet(IReadOnlyList<FacePair> Pairs, IReadOnlyDictionary<string, float[]> Vectors, FaceDataSource Source, string Features)
{
    /// <summary>The pairs with a face in both pictures.</summary>
    public IReadOnlyList<FacePair> Judged { get; } = [.. Pairs.Where(pair => Vectors.ContainsKey(pair.First) && Vectors.ContainsKey(pair.Second))];

    /// <summary>A number for each person that is known to be in the pictures: pictures of a pair that shows one person are of one person, and so are those that a chain of such pairs joins.</summary>
    /// <param name="files">Names of pictures.</param>
    /// <returns>One number a name.</returns>
    public int[] People(IReadOnlyList<string> files)
    {
        var number = files.Select((file, at) => (file, at)).ToDictionary(pair => pair.file, pair => pair.at, StringComparer.Ordinal);
        // Few pairs and short chains: simple relabelling will do.
        foreach (var pair in Pairs.Where(pair => pair.Same && number.ContainsKey(pair.First) && number.ContainsKey(pair.Second)))
        {
            var (kept, gone) = (number[pair.First], number[pair.Second]);
            foreach (var file in files.Where(file => number[file] == gone))
            {
                number[file] = kept;
            }
        }

        return [.. files.Select(file => number[file])];
    }
}
