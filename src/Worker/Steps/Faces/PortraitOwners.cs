using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;

namespace LiveQuality.Worker.Steps.Faces;

/// <summary>Whose portraits there are.</summary>
/// <param name="speakers">Ids of the speakers of each portrait, sorted.</param>
/// <param name="closed">Portraits of somebody who asked to be forgotten.</param>
internal sealed class PortraitOwners(IReadOnlyDictionary<string, IReadOnlyList<string>> speakers, IReadOnlySet<string> closed)
{
    // One picture of so many people is none of any of them (protocol, section 4).
    private const int Default = 3;

    public static async Task<PortraitOwners> ReadAsync(IRecordStore store, CancellationToken cancellationToken)
    {
        var speakers = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var closed = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var speaker in store.ReadAsync(Collections.Speakers, new Query<Speaker>(), cancellationToken))
        {
            if (speaker.PortraitId is not { } id)
            {
                continue;
            }

            if (!speakers.TryGetValue(id, out var owners))
            {
                speakers[id] = owners = [];
            }

            owners.Add(speaker.Id);
            if (speaker.FacesForgotten == true)
            {
                closed.Add(id);
            }
        }

        return new PortraitOwners(speakers.ToDictionary(pair => pair.Key, IReadOnlyList<string> (pair) => pair.Value, StringComparer.Ordinal), closed);
    }

    /// <summary>The speakers whose portrait it is; none where it is nobody's any more, or may not be looked at.</summary>
    public IReadOnlyList<string> Of(Portrait portrait) => portrait.Forgotten == true || closed.Contains(portrait.Id) ? [] : speakers.GetValueOrDefault(portrait.Id, []);

    /// <summary>Whether so many speakers have it that it must be a picture that the site gives them.</summary>
    public bool IsDefault(Portrait portrait) => Of(portrait).Count >= Default;
}
