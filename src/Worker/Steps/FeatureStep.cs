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

    /// <param name="portraits">Whether the table has the columns of portraits.</param>
    /// <param name="cancellationToken">Stops between two records.</param>
    public async Task<FeatureTable> RunAsync(bool portraits, CancellationToken cancellationToken)
    {
        var speakers = new Dictionary<string, Speaker>(StringComparer.Ordinal);
        await foreach (var speaker in store.ReadAsync(Collections.Speakers, new Query<Speaker>(), cancellationToken))
        {
            speakers[speaker.Id] = speaker;
        }

        var seen = portraits ? await ReadFacesAsync(cancellationToken) : [];
        var builder = new FeatureTableBuilder(portraits);
        await foreach (var live in store.ReadAsync(Collections.Lives, new Query<Live>(), cancellationToken))
        {
            var speaker = live.SpeakerId is { } id ? speakers.GetValueOrDefault(id) : null;
            builder.Add(live, speaker, speaker?.PortraitId is { } portrait ? seen.GetValueOrDefault(portrait) : null);
        }

        return builder.Build();
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
