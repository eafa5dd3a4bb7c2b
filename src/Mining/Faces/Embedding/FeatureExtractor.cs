using LiveQuality.Mining.Faces.Imaging;
using LiveQuality.Mining.Faces.Weights;

namespace LiveQuality.Mining.Faces.Embedding;

/// <summary>Reads a face with every net of a stack, each in its own alignment. Calls from several threads at once are allowed.</summary>
internal sealed class FeatureExtractor : IDisposable
{
    private readonly IReadOnlyList<IFeatureNet> _nets;

    /// <param name="nets">The stack; disposed with this.</param>
    public FeatureExtractor(IReadOnlyList<IFeatureNet> nets)
    {
        _nets = nets;
        Blocks = [.. nets.SelectMany(net => net.Blocks)];
        Id = string.Join('+', nets.Select(net => $"{net.Id}@{net.Template.Name}{(net.IsReadTwice ? "x2" : "")}"));
    }

    /// <summary>Names and versions of the weights and how they were read: with the hash of an image the key of a cache.</summary>
    public string Id { get; }

    /// <summary>What the nets say.</summary>
    public IReadOnlyList<FeatureBlock> Blocks { get; }

    /// <summary>dlib and faceres, whose licences are clean, and fr when asked for.</summary>
    /// <exception cref="MiningException">A model is missing or damaged.</exception>
    public static FeatureExtractor Load(FaceModelFiles files, bool withFr)
    {
        List<IFeatureNet> nets = [];
        try
        {
            nets.Add(DlibNet.Load(files));
            nets.Add(FaceresNet.Load(files));
            if (withFr)
            {
                nets.Add(FrNet.Load(files));
            }

            nets.Add(new GreyChip());
            return new FeatureExtractor(nets);
        }
        catch (MiningException)
        {
            nets.ForEach(net => net.Dispose());
            throw;
        }
    }

    /// <summary>Reads one face of a picture.</summary>
    public FaceFeatures Read(RgbImage image, Landmarks landmarks) => new(Blocks, [.. _nets.SelectMany(net => Read(net, net.Template.Align(image, landmarks)))]);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var net in _nets)
        {
            net.Dispose();
        }
    }

    private static float[][] Read(IFeatureNet net, RgbImage face)
    {
        var values = net.Read(face);
        return net.IsReadTwice ? [.. values.Zip(net.Read(face.Mirrored()), Mean)] : values;
    }

    private static float[] Mean(float[] first, float[] second) => [.. first.Zip(second, (a, b) => (a + b) / 2)];
}
