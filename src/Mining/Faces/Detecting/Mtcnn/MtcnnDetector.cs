using LiveQuality.Mining.Faces.Imaging;
using LiveQuality.Mining.Faces.Weights;
using TorchSharp;

namespace LiveQuality.Mining.Faces.Detecting.Mtcnn;

/// <summary>MTCNN (source: see <see cref="CascadeNet"/>) with its authors' weights, in TorchSharp, on one thread. The default: it found as many of 900 faces as UltraFace or more, and its weights' origin is known.</summary>
internal sealed class MtcnnDetector : IFaceDetector
{
    /// <summary>Side of the smallest face that is looked for, as a share of the picture's shorter side: a portrait's face is large, and the work grows with the square of its inverse.</summary>
    private const double SmallestShare = 0.125;

    // No face is looked for below this side, pixels: O-Net would see nothing but the enlargement of a few.
    private const double SmallestSide = 20;

    // The published thresholds.
    private const double LeastProposal = 0.6;
    private const double LeastRefinement = 0.7;
    private const double MostOverlapInScale = 0.5;
    private const double MostOverlap = 0.7;

    private readonly CascadeNet _proposal = CascadeNet.Proposal();
    private readonly CascadeNet _refinement = CascadeNet.Refinement();
    private readonly OutputStage _output;

    /// <param name="files">Where the weights are.</param>
    /// <exception cref="MiningException">The weights are missing or damaged.</exception>
    public MtcnnDetector(FaceModelFiles files)
    {
        var weights = TfjsWeights.Read(files.Require(FaceModelFiles.Mtcnn));
        MtcnnWeights.Fill(_proposal, "pnet", weights);
        MtcnnWeights.Fill(_refinement, "rnet", weights);
        _output = new OutputStage(weights);
    }

    /// <inheritdoc/>
    public string Id => "mtcnn-2016";

    /// <inheritdoc/>
    public IReadOnlyList<DetectedFace> Detect(RgbImage image)
    {
        // It holds for the calling thread alone.
        torch.set_num_threads(1);
        using var scope = torch.NewDisposeScope();
        var crops = new PictureCrops(image);
        return _output.Read(crops, Refine(crops, Propose(crops)));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _proposal.Dispose();
        _refinement.Dispose();
        _output.Dispose();
    }

    private FaceBox[] Propose(PictureCrops crops)
    {
        var shorter = Math.Min(crops.Width, crops.Height);
        var found = PyramidScales.For(shorter, Math.Max(SmallestSide, shorter * SmallestShare)).SelectMany(scale => ProposeAt(crops, scale));
        return [.. NonMaximumSuppression.Keep(found, at => at.Seen, at => at.Score, (a, b) => a.Overlap(b), MostOverlap).Select(at => at.Box.Square())];
    }

    private IReadOnlyList<Candidate> ProposeAt(PictureCrops crops, double scale)
    {
        var (width, height) = ((int)Math.Ceiling(crops.Width * scale), (int)Math.Ceiling(crops.Height * scale));
        var output = CascadeOutput.Of(_proposal, CascadeInput.Whole(crops, width, height));
        var (stepX, stepY) = ((double)crops.Width / width, (double)crops.Height / height);
        var cells = PyramidScales.Cells(width);
        var found = Enumerable.Range(0, cells * PyramidScales.Cells(height)).Where(at => output.Score(at) >= LeastProposal).Select(at =>
        {
            var seen = new FaceBox(
                at % cells * PyramidScales.Stride * stepX, at / cells * PyramidScales.Stride * stepY, PyramidScales.Cell * stepX, PyramidScales.Cell * stepY);
            return new Candidate(seen, output.Move(at, seen), output.Score(at));
        });
        return NonMaximumSuppression.Keep(found, at => at.Seen, at => at.Score, (a, b) => a.Overlap(b), MostOverlapInScale);
    }

    private FaceBox[] Refine(PictureCrops crops, FaceBox[] squares)
    {
        if (squares.Length == 0)
        {
            return [];
        }

        var output = CascadeOutput.Of(_refinement, CascadeInput.Batch(crops, squares, CascadeNet.RefinementSide));
        var found = Enumerable.Range(0, squares.Length)
            .Where(at => output.Score(at) >= LeastRefinement)
            .Select(at => new Candidate(squares[at], output.Move(at, squares[at]), output.Score(at)));
        return [.. NonMaximumSuppression.Keep(found, at => at.Seen, at => at.Score, (a, b) => a.Overlap(b), MostOverlap).Select(at => at.Box.Square())];
    }
}
