using LiveQuality.Mining.Faces.Detecting.Mtcnn;
using LiveQuality.Mining.Faces.Embedding;
using LiveQuality.Mining.Faces.Imaging;
using LiveQuality.Mining.Faces.Weights;
using Microsoft.ML.OnnxRuntime;
using TorchSharp;

namespace LiveQuality.Mining.Faces.Detecting.UltraFace;

/// <summary>
/// UltraFace RFB-320, a single-shot detector (Linzaer, "Ultra-Light-Fast-Generic-Face-Detector-1MB", 2019), in ONNX Runtime on one thread. It knows no points: MTCNN's O-Net looks at what it finds and says them.
/// Where its weights come from is not stated, so it is never used unasked.
/// </summary>
internal sealed class UltraFaceDetector : IFaceDetector
{
    private const int InputWidth = 320;
    private const int InputHeight = 240;
    private const float Zero = 127;

    // The values of the package's own code.
    private const double LeastScore = 0.65;
    private const double MostOverlap = 0.4;

    private static readonly RunOptions Plain = new();

    private readonly InferenceSession _session;
    private readonly OutputStage _output;

    /// <param name="files">Where the weights are.</param>
    /// <exception cref="MiningException">They are missing or damaged.</exception>
    public UltraFaceDetector(FaceModelFiles files)
    {
        using var options = OnnxNet.Options();
        _session = new InferenceSession(files.Require(FaceModelFiles.UltraFace), options);
        _output = new OutputStage(TfjsWeights.Read(files.Require(FaceModelFiles.Mtcnn)));
    }

    /// <inheritdoc/>
    public string Id => "ultraface-rfb320+mtcnn-onet";

    /// <inheritdoc/>
    public IReadOnlyList<DetectedFace> Detect(RgbImage image)
    {
        torch.set_num_threads(1);
        var crops = new PictureCrops(image);
        return _output.Read(crops, [.. Boxes(crops).Select(found => found.Box.Square())]);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _session.Dispose();
        _output.Dispose();
    }

    private IReadOnlyList<Candidate> Boxes(PictureCrops crops)
    {
        // The picture in the middle of a frame of the input's shape: stretched faces are found less often.
        var width = Math.Max(crops.Width, (double)crops.Height * InputWidth / InputHeight);
        var height = width * InputHeight / InputWidth;
        var frame = new FaceBox((crops.Width - width) / 2, (crops.Height - height) / 2, width, height);
        var values = new float[RgbImage.Channels * InputHeight * InputWidth];
        crops.Read(frame, InputWidth, InputHeight, Zero, values);
        using var input = OrtValue.CreateTensorValueFromMemory(values, [1, RgbImage.Channels, InputHeight, InputWidth]);
        using var outputs = _session.Run(Plain, ["input"], [input], ["scores", "boxes"]);
        var scores = outputs[0].GetTensorDataAsSpan<float>(); // [1, 4420, 2]: no face, face
        var boxes = outputs[1].GetTensorDataAsSpan<float>();  // [1, 4420, 4]: left, top, right, bottom; shares of the frame
        var found = new List<Candidate>();
        for (var at = 0; at < scores.Length / 2; at++)
        {
            if (scores[(2 * at) + 1] >= LeastScore)
            {
                var edges = boxes.Slice(4 * at, 4);
                found.Add(new Candidate(frame, frame.Move(edges[0], edges[1], edges[2] - 1, edges[3] - 1), scores[(2 * at) + 1]));
            }
        }

        return NonMaximumSuppression.Keep(found, at => at.Box, at => at.Score, (a, b) => a.Overlap(b), MostOverlap);
    }
}
