using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using LiveQuality.Mining;
using LiveQuality.Mining.Faces;
using Microsoft.Extensions.Options;

namespace LiveQuality.Worker.Steps.Faces;

/// <summary>Looks at pictures that people bring to the service. The nets are loaded for the first one.</summary>
/// <remarks>Not for concurrent use: the routes let in one request at a time, before its pictures are read, so that a crowd costs time and no memory.</remarks>
internal sealed class FaceDesk(IRecordStore store, IOptions<FaceModelOptions> options) : IDisposable
{
    private FaceAnalyzer? _analyzer;
    private FaceVerifier? _verifier;

    /// <summary>What is said of the face in a picture.</summary>
    /// <param name="name">What to call it.</param>
    /// <param name="bytes">From whoever.</param>
    /// <param name="cancellationToken">Stops before the nets look.</param>
    /// <exception cref="MiningException">A model is missing or damaged; the message says what to do.</exception>
    public Task<AnalyzeReport> AnalyzeAsync(string name, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            _analyzer ??= new FaceAnalyzer(options.Value);
            var said = _analyzer.Analyze(bytes);
            return new AnalyzeReport(_analyzer.Models, _analyzer.ResearchOnly, [new AnalyzedFile(name, said.Outcome, said.Reason, said.Quality, said.Scores, said.Embedding)]);
        },
        cancellationToken);

    /// <summary>What was said of a speaker's portrait. Its embedding stays in the store: it is who somebody is.</summary>
    /// <returns>Null where there is no such portrait, nobody has looked at it, or it is to be forgotten.</returns>
    public async Task<FaceResult?> FindAsync(string portraitId, CancellationToken cancellationToken) =>
        await FaceOfAsync(portraitId, cancellationToken) is { } face ? face with { Embedding = null } : null;

    /// <summary>Whether two faces are one person's.</summary>
    /// <param name="first">A picture, or a portrait of the store.</param>
    /// <param name="second">The other.</param>
    /// <param name="cancellationToken">Stops before the nets look.</param>
    /// <returns>The answer, or the portrait of which nothing is said.</returns>
    /// <exception cref="MiningException">A model is missing or damaged, or a portrait was looked at by other nets than those of the options.</exception>
    public async Task<(FaceVerification? Answer, FaceSource? Unknown)> VerifyAsync(FaceSource first, FaceSource second, CancellationToken cancellationToken)
    {
        var stored = new Dictionary<FaceSource, VerifiedFace>();
        foreach (var source in new[] { first, second }.Where(source => source.Bytes is null))
        {
            if (await FaceOfAsync(source.Name, cancellationToken) is not { } face)
            {
                return (null, source);
            }

            stored[source] = new VerifiedFace(source.Name, face.Embedding, face.Reason, face.Model);
        }

        var answer = await Task.Run(
            () =>
            {
                _verifier ??= new FaceVerifier(options.Value);
                return _verifier.Verify(FaceIn(first), FaceIn(second));
            },
            cancellationToken);
        return (answer, null);

        VerifiedFace FaceIn(FaceSource source) => source.Bytes is { } bytes ? _verifier!.Read(source.Name, bytes) : stored[source];
    }

    public void Dispose()
    {
        _analyzer?.Dispose();
        _verifier?.Dispose();
    }

    private async Task<FaceResult?> FaceOfAsync(string portraitId, CancellationToken cancellationToken) =>
        await store.FindAsync(Collections.Portraits, portraitId, cancellationToken) is { Forgotten: not true, Face: { } face } ? face : null;
}
