using LiveQuality.Crawler.Records;
using LiveQuality.Worker.Steps.Faces;

namespace LiveQuality.Worker.Tests.Steps.Faces;

/// <summary>Sees a face in every picture of an even number of bytes, and none in the others.</summary>
internal sealed class FakeFaces(string model = "fake-1") : IFaceAnalysis
{
    public List<byte[]> Looked { get; } = [];

    public bool Disposed { get; private set; }

    public string Model => model;

    public bool ResearchOnly => false;

    public FaceResult Analyze(ReadOnlyMemory<byte> picture)
    {
        Looked.Add(picture.ToArray());
        return picture.Length % 2 == 0
            ? new FaceResult
            {
                Model = model,
                Outcome = FaceOutcomes.Face,
                SpeakerIds = [],
                Sharpness = picture.Length,
                Attractiveness = new FaceEstimate(1 + (picture.Length % 5), 0.3),
                Embedding = [0.123456f, picture.Length],
            }
            : new FaceResult { Model = model, Outcome = FaceOutcomes.Abstained, Reason = "NoFace", SpeakerIds = [] };
    }

    public void Dispose() => Disposed = true;
}
