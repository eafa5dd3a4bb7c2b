using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using LiveQuality.Mining.Features;

namespace LiveQuality.Worker.Steps;

/// <summary>From records in the store to a feature table.</summary>
internal sealed class FeatureStep(IRecordStore store)
{
    public async Task<FeatureTable> RunAsync(CancellationToken cancellationToken)
    {
        var speakers = new Dictionary<string, Speaker>(StringComparer.Ordinal);
        await foreach (var speaker in store.ReadAsync(Collections.Speakers, new Query<Speaker>(), cancellationToken))
        {
            speakers[speaker.Id] = speaker;
        }

        var builder = new FeatureTableBuilder();
        await foreach (var live in store.ReadAsync(Collections.Lives, new Query<Live>(), cancellationToken))
        {
            builder.Add(live, live.SpeakerId is { } id ? speakers.GetValueOrDefault(id) : null);
        }

        return builder.Build();
    }
}
