using LiveQuality.Mining.Faces.Detecting.Choosing;
using LiveQuality.Mining.Faces.Detecting.Mtcnn;
using LiveQuality.Mining.Faces.Embedding;
using LiveQuality.Mining.Faces.Imaging;
using LiveQuality.Mining.Faces.Weights;

namespace LiveQuality.Mining.Faces;

/// <summary>From bytes to features: intake, detection, choice of one face, alignment, pretrained nets. Calls from several threads at once are allowed; the same bytes give the same bits.</summary>
internal sealed class FaceReader : IDisposable
{
    // Sides up to this one are taken for chips where chips are expected, pixels.
    private const int LargestChip = 64;

    private readonly ImageIntake _intake = new();
    private readonly MtcnnDetector _detector;
    private readonly FeatureExtractor _extractor;

    /// <summary>Loads the default detector and the stack of the options.</summary>
    /// <exception cref="MiningException">A model is missing or damaged.</exception>
    public FaceReader(FaceModelOptions options)
    {
        var files = new FaceModelFiles(options.Folder);
        _detector = new MtcnnDetector(files);
        _extractor = FeatureExtractor.Load(files, options.Embedding == FaceModelOptions.Fr);
    }

    /// <summary>Detector and nets, and how they are used: with the hash of an image the key of a cache.</summary>
    public string Id => $"{_detector.Id}+{_extractor.Id}";

    /// <summary>What the nets say.</summary>
    public IReadOnlyList<FeatureBlock> Blocks => _extractor.Blocks;

    /// <summary>Reads one picture.</summary>
    /// <param name="bytes">JPEG, PNG or WebP.</param>
    /// <param name="mayBeChip">
    /// Whether a picture of at most 64 pixels is taken for a face that was cut out before, as FER2013 does: no detector finds anything in so few pixels. Only data sets are read so; of a portrait nothing is assumed.
    /// </param>
    public FaceReading Read(ReadOnlyMemory<byte> bytes, bool mayBeChip = false)
    {
        var taken = _intake.Read(bytes.Span);
        if (!taken.Taken)
        {
            return new FaceReading(FaceOutcome.Refused, taken.Refusal.Message, null, null);
        }

        if (mayBeChip && Math.Max(taken.Image.Width, taken.Image.Height) <= LargestChip)
        {
            return new FaceReading(FaceOutcome.Face, null, null, _extractor.Read(taken.Image, GreyChip.LandmarksOf(taken.Image)));
        }

        var choice = FaceChooser.Choose(taken.Image, _detector.Detect(taken.Image));
        return choice.IsFace
            ? new FaceReading(FaceOutcome.Face, null, choice.Quality, _extractor.Read(taken.Image, choice.Face.Landmarks))
            : new FaceReading(FaceOutcome.Abstained, choice.Reason.ToString(), choice.Quality, null);
    }

    /// <summary>Reads one file; what cannot be read, or has more bytes than a picture may have, is refused.</summary>
    /// <param name="path">The file.</param>
    public FaceReading ReadFile(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            // One byte more than is taken is enough to be refused for.
            var bytes = new byte[Math.Min(file.Length, ImageLimits.Default.Bytes + 1)];
            file.ReadExactly(bytes);
            return Read(bytes);
        }
        // Not supported: a pipe, whose length nobody knows.
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return new FaceReading(FaceOutcome.Refused, $"the file cannot be read ({e.Message.ReplaceLineEndings(" ")})", null, null);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _detector.Dispose();
        _extractor.Dispose();
    }
}
