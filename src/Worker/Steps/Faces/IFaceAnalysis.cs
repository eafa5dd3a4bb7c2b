using LiveQuality.Crawler.Records;

namespace LiveQuality.Worker.Steps.Faces;

/// <summary>From a picture to what is said of the face in it: where the worker meets the nets, which most of it never does.</summary>
internal interface IFaceAnalysis : IDisposable
{
    /// <summary>Nets and heads that look, one line.</summary>
    string Model { get; }

    /// <summary>Whether one of them learned from data that may be used for research only.</summary>
    bool ResearchOnly { get; }

    /// <summary>Looks at one picture. The same bytes give the same result.</summary>
    /// <param name="picture">From whoever.</param>
    FaceResult Analyze(ReadOnlyMemory<byte> picture);
}
