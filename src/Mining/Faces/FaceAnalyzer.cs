using LiveQuality.Mining.Faces.Embedding;
using LiveQuality.Mining.Faces.Heads;

namespace LiveQuality.Mining.Faces;

/// <summary>From a picture to everything that is said of the face in it. Calls from several threads at once are allowed; the same bytes give the same bits.</summary>
public sealed class FaceAnalyzer : IDisposable
{
    private readonly FaceReader _reader;
    private readonly IReadOnlyList<IFaceHead> _heads;
    private readonly string[] _models;

    /// <summary>Loads the nets of the options, and the heads that come with the program.</summary>
    /// <exception cref="MiningException">A model is missing or damaged; the message says what to do.</exception>
    public FaceAnalyzer(FaceModelOptions options)
    {
        _reader = new FaceReader(options);
        _heads = BundledHeads.Load(options.Embedding);
        _models = [_reader.Id, .. _heads.Select(head => head.Manifest.Id)];
        ResearchOnly = _heads.Any(head => head.Manifest.ResearchOnly);
    }

    /// <summary>Whether a head learned from data that may be used for research only.</summary>
    public bool ResearchOnly { get; }

    /// <summary>Nets and heads that take part, one line: other models give another line.</summary>
    public string Version => string.Join(' ', _models);

    /// <summary>Looks at one picture.</summary>
    /// <param name="bytes">JPEG, PNG or WebP, from whoever.</param>
    public FaceAnalysis Analyze(ReadOnlyMemory<byte> bytes)
    {
        var reading = _reader.Read(bytes);
        return reading.Features is null
            ? new FaceAnalysis(reading.Outcome, reading.Reason, reading.Quality, null, null, [_reader.Id], ResearchOnly: false)
            : new FaceAnalysis(
                reading.Outcome,
                null,
                reading.Quality,
                _heads.Aggregate(new FaceScores(), (scores, head) => scores.With(head.Score(reading.Features))),
                IdentityVector.Of(reading.Features),
                _models,
                ResearchOnly);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _reader.Dispose();
        foreach (var head in _heads)
        {
            head.Dispose();
        }
    }
}
