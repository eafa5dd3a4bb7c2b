using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using LiveQuality.Mining.Faces;
using LiveQuality.Mining.Features;
using Microsoft.Extensions.Options;

namespace LiveQuality.Worker.Steps;

/// <summary>From records in the store to a feature table.</summary>
internal sealed class FeatureStep(IRecordStore store, IOptions<FaceOptions> faces)
{
    /// <summary>With the columns of portraits where faces are looked at.</summary>
    public Task<FeatureTable> RunAsync(CancellationToken cancellationToken) => RunAsync(faces.Value.Enabled, cancellationToken);

    /// <summary>As if one more live were in the store, in the place of the one with its id where there is one.</summary>
    public Task<FeatureTable> RunWithAsync(Live live, CancellationToken cancellationToken) => RunAsync(faces.Value.Enabled, live, cancellationToken);

    /// <param name="portraits">Whether the table has the columns of portraits.</param>
    /// <param name="cancellationToken">Stops between two records.</param>
    public Task<FeatureTable> RunAsync(bool portraits, CancellationToken cancellationToken) => RunAsync(portraits, oneMore: null, cancellationToken);

    private async Task<FeatureTable> RunAsync(bool portraits, Live? oneMore, CancellationToken cancellationToken)
    {
        var speakers = new Dictionary<string, Speaker>(StringComparer.Ordinal);
        await foreach (var speaker in store.ReadAsync(Collections.Speakers, new Query<Speaker>(), cancellationToken))
        {
            speakers[speaker.Id] = speaker;
        }

        var seen = portraits ? await ReadFacesAsync(cancellationToken) : [];
        var builder = new FeatureTableBuilder(portraits);
        await foreach (var live in store.ReadAsync(Collections.Lives, new Query<Live>(), cancellationToken).Where(live => live.Id != oneMore?.Id))
        {
            Add(live);
        }

        if (oneMore is not null)
        {
            Add(oneMore);
        }

        return builder.Build();

        void Add(Live live)
        {
            var speaker = live.SpeakerId is { } id ? speakers.GetValueOrDefault(id) : null;
            builder.Add(live, speaker, speaker?.PortraitId is { } portrait ? seen.GetValueOrDefault(portrait) : null);
        }
    }

    // Of one model only, the one that most portraits were seen by: another's numbers mean something else, and count as missing.
    private async Task<Dictionary<string, FaceResult>> ReadFacesAsync(CancellationToken cancellationToken)
    {
        var seen = new Dictionary<string, FaceResult>(StringComparer.Ordinal);
        await foreach (var portrait in store.ReadAsync(Collections.Portraits, new Query<Portrait>(), cancellationToken))
        {
            if (portrait is { Face: { } face, Forgotten: not true })
            {
                // No column reads who it is, and that is most of it.
                seen[portrait.Id] = face with { Embedding = null };
            }
        }

        var model = seen.Values.GroupBy(face => face.Model, StringComparer.Ordinal).OrderByDescending(own => own.Count()).ThenBy(own => own.Key, StringComparer.Ordinal).FirstOrDefault()?.Key;
        return seen.Where(pair => pair.Value.Model == model).ToDictionary(StringComparer.Ordinal);
    }
}
