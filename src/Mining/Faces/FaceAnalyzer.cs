using LiveQuality.Mining.Faces.Embedding;
using LiveQuality.Mining.Faces.Evaluating;
using LiveQuality.Mining.Faces.Heads;

namespace LiveQuality.Mining.Faces;

/// <summary>From a picture to everything that is said of the face in it. Calls from several threads at once are allowed; the same bytes give the same bits.</summary>
public sealed class FaceAnalyzer : IDisposable
{
    /// <summary>What is between two ids in <see cref="Version"/>; no id has one.</summary>
    internal const char Between = ' ';

    private readonly FaceReader _reader;
    private readonly IReadOnlyList<IFaceHead> _heads;

    /// <summary>Loads the nets of the options, and the heads that come with the program.</summary>
    /// <exception cref="MiningException">A model is missing or damaged; the message says what to do.</exception>
    public FaceAnalyzer(FaceModelOptions options)
    {
        _reader = new FaceReader(options);
        _heads = BundledHeads.Load(options.Embedding);
        foreach (var head in _heads)
        {
            FeatureMatch.Check(head.Manifest, _reader.Id);
        }

        Models = [_reader.ChoiceId, .. _heads.Select(head => head.Manifest.Id)];
        ResearchOnly = _heads.Any(head => head.Manifest.ResearchOnly);
    }

    /// <summary>Whether a head learned from data that may be used for research only.</summary>
    public bool ResearchOnly { get; }

    /// <summary>Ids of all nets and heads.</summary>
    public IReadOnlyList<string> Models { get; }

    /// <summary>The same in one line: other models give another line.</summary>
    public string Version => string.Join(Between, Models);

    /// <summary>Looks at one picture.</summary>
    /// <param name="bytes">JPEG, PNG or WebP, from whoever.</param>
    public FaceAnalysis Analyze(ReadOnlyMemory<byte> bytes) => Say(_reader.Read(bytes));

    /// <summary>Looks at one file; what cannot be read is refused like what is no picture.</summary>
    /// <param name="path">JPEG, PNG or WebP, from whoever.</param>
    public FaceAnalysis AnalyzeFile(string path) => Say(_reader.ReadFile(path));

    /// <inheritdoc/>
    public void Dispose()
    {
        _reader.Dispose();
        foreach (var head in _heads)
        {
            head.Dispose();
        }
    }

    private FaceAnalysis Say(FaceReading reading) => reading.Features is null
        ? new FaceAnalysis(reading.Outcome, reading.Reason, reading.Quality, null, null, [_reader.ChoiceId], ResearchOnly: false)
        : new FaceAnalysis(
            reading.Outcome,
            null,
            reading.Quality,
            _heads.Aggregate(new FaceScores(), (scores, head) => scores.With(head.Score(reading.Features))),
            IdentityVector.Of(reading.Features),
            Models,
            ResearchOnly);
}
