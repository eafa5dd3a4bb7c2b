using System.Numerics;
using LiveQuality.Mining.Faces.Imaging;
using LiveQuality.Mining.Faces.Weights;
using TorchSharp;

namespace LiveQuality.Mining.Faces.Detecting.Mtcnn;

/// <summary>MTCNN's third stage: from rectangles, whoever found them, to faces with five points.</summary>
internal sealed class OutputStage : IDisposable
{
    /// <summary>O-Net's own confidence below which there is no face; the published value.</summary>
    public const double LeastScore = 0.7;

    private const double MostCover = 0.7;

    private readonly CascadeNet _net = CascadeNet.Output();

    /// <param name="weights">MTCNN's file.</param>
    public OutputStage(IReadOnlyDictionary<string, PretrainedArray> weights) => MtcnnWeights.Fill(_net, "onet", weights);

    /// <summary>Looks at squares.</summary>
    /// <param name="crops">The picture.</param>
    /// <param name="squares">Where a face may be.</param>
    /// <returns>The faces, the surest first.</returns>
    public IReadOnlyList<DetectedFace> Read(PictureCrops crops, IReadOnlyList<FaceBox> squares)
    {
        if (squares.Count == 0)
        {
            return [];
        }

        using var scope = torch.NewDisposeScope();
        var output = CascadeOutput.Of(_net, CascadeInput.Batch(crops, squares, CascadeNet.OutputSide));
        var faces = Enumerable.Range(0, squares.Count)
            .Where(at => output.Score(at) >= LeastScore)
            .Select(at => new DetectedFace(output.Move(at, squares[at]), Points(output, at, squares[at]), output.Score(at)));
        return NonMaximumSuppression.Keep(faces, face => face.Box, face => face.Confidence, (a, b) => a.Cover(b), MostCover);
    }

    /// <inheritdoc/>
    public void Dispose() => _net.Dispose();

    // The centre of the top left pixel is (0.5, 0.5) for boxes and (0, 0) for points.
    private static Landmarks Points(CascadeOutput output, int at, FaceBox square)
    {
        Vector2 Point(int number) => new(
            (float)(square.Left + (output.Points(at, number) * square.Width) - 0.5), (float)(square.Top + (output.Points(at, number + 5) * square.Height) - 0.5));
        return new Landmarks(Point(0), Point(1), Point(2), Point(3), Point(4));
    }
}
