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
        return Verify(Face(first, _reader.ReadFile(first)), Face(second, _reader.ReadFile(second)));
    }

    /// <summary>Whose face a picture shows, for <see cref="Verify"/>.</summary>
    /// <param name="name">What to call it where there is no answer.</param>
    /// <param name="bytes">JPEG, PNG or WebP, from whoever.</param>
    public VerifiedFace Read(string name, ReadOnlyMemory<byte> bytes) => Face(name, _reader.Read(bytes));

    /// <summary>Compares two faces.</summary>
    /// <exception cref="MiningException">An embedding is of other nets than those of the options.</exception>
    public FaceVerification Verify(VerifiedFace first, VerifiedFace second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        string[] models = [_reader.ChoiceId, _head.Manifest.Id];
        if (first.Embedding is null || second.Embedding is null)
        {
            var silent = first.Embedding is null ? first : second;
            return new FaceVerification(null, $"{silent.Name}: {silent.Reason}", null, _head.Threshold, null, models, _head.Manifest.ResearchOnly);
        }

        foreach (var face in new[] { first, second })
        {
            // Heads may change: the vector is of the nets alone. Of other nets it may have the same length, and is something else.
            var nets = face.Model.Split(FaceAnalyzer.Between)[0];
            if (nets != _reader.ChoiceId)
            {
                throw new MiningException($"{face.Name} was looked at by {nets}, and faces are compared by {_reader.ChoiceId} now; score the portraits again");
            }
        }

        var distance = _head.Distance([.. first.Embedding], [.. second.Embedding]);
        return new FaceVerification(distance <= _head.Threshold, null, distance, _head.Threshold, _head.Probability(distance), models, _head.Manifest.ResearchOnly);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _reader.Dispose();
        _head.Dispose();
    }

    private VerifiedFace Face(string name, FaceReading reading) => new(name, reading.Features is null ? null : IdentityVector.Of(reading.Features), reading.Reason, _reader.ChoiceId);
}
