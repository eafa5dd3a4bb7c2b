using LiveQuality.Mining.Faces.Embedding;
using LiveQuality.Mining.Faces.Evaluating;
using LiveQuality.Mining.Faces.Heads;

namespace LiveQuality.Mining.Faces;

/// <summary>Tells whether two pictures show one person. Calls from several threads at once are allowed; the same bytes give the same bits.</summary>
public sealed class FaceVerifier : IDisposable
{
    private readonly FaceReader _reader;
    private readonly IdentityHead _head;

    /// <summary>Loads the nets of the options, and the head that comes with the program.</summary>
    /// <exception cref="MiningException">A model is missing or damaged; the message says what to do.</exception>
    public FaceVerifier(FaceModelOptions options)
    {
        _reader = new FaceReader(options);
        _head = BundledHeads.LoadIdentity(options.Embedding);
        FeatureMatch.Check(_head.Manifest, _reader.Id);
    }

    /// <summary>Compares the faces of two files.</summary>
    /// <param name="first">Path of a picture.</param>
    /// <param name="second">Path of another.</param>
    public FaceVerification VerifyFiles(string first, string second)
    {
        var (one, other) = (_reader.ReadFile(first), _reader.ReadFile(second));
        string[] models = [_reader.ChoiceId, _head.Manifest.Id];
        if (one.Features is null || other.Features is null)
        {
            var (path, silent) = one.Features is null ? (first, one) : (second, other);
            return new FaceVerification(null, $"{path}: {silent.Reason}", null, _head.Threshold, null, models, _head.Manifest.ResearchOnly);
        }

        var distance = _head.Distance(IdentityVector.Of(one.Features), IdentityVector.Of(other.Features));
        return new FaceVerification(distance <= _head.Threshold, null, distance, _head.Threshold, _head.Probability(distance), models, _head.Manifest.ResearchOnly);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _reader.Dispose();
        _head.Dispose();
    }
}
