using LiveQuality.Crawler.Records;
using LiveQuality.Mining.Faces;
using LiveQuality.Mining.Faces.Heads;

namespace LiveQuality.Worker.Steps.Faces;

/// <summary>The nets that are installed and the heads that come with the program.</summary>
internal sealed class NetFaceAnalysis(FaceModelOptions options) : IFaceAnalysis
{
    private const string Happy = "happiness";

    private readonly FaceAnalyzer _analyzer = new(options);

    public string Model => _analyzer.Version;

    public bool ResearchOnly => _analyzer.ResearchOnly;

    public FaceResult Analyze(ReadOnlyMemory<byte> picture)
    {
        var analysis = _analyzer.Analyze(picture);
        var (quality, scores) = (analysis.Quality, analysis.Scores);
        return new FaceResult
        {
            Model = Model,
            Outcome = analysis.Outcome switch
            {
                FaceOutcome.Face => FaceOutcomes.Face,
                FaceOutcome.Abstained => FaceOutcomes.Abstained,
                _ => FaceOutcomes.Refused,
            },
            Reason = analysis.Reason,
            SpeakerIds = [],
            Confidence = quality?.Confidence,
            EyeDistance = quality?.EyeDistance,
            Sharpness = quality?.Sharpness,
            Yaw = quality?.Yaw,
            Attractiveness = Stored(scores?.Attractiveness),
            Age = Stored(scores?.Age),
            Gender = Stored(scores?.Gender),
            Race = Stored(scores?.Race),
            Expression = Stored(scores?.Expression),
            Happiness = scores?.Expression?.Shares.TryGetValue(Happy, out var share) == true ? share : null,
            Embedding = analysis.Embedding,
        };
    }

    public void Dispose() => _analyzer.Dispose();

    private static FaceEstimate? Stored(Estimate? estimate) => estimate is { } known ? new FaceEstimate(known.Mean, known.StandardDeviation) : null;

    private static FaceAnswer? Stored(ClassShares? shares) => shares is null ? null : new FaceAnswer(shares.Answer, shares.Confidence);
}
