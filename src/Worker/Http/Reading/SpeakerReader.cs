using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using LiveQuality.Mining.Faces;
using Microsoft.Extensions.Options;

namespace LiveQuality.Worker.Http.Reading;

/// <summary>Reads what the page of one speaker shows. Of faces nothing where they are switched off.</summary>
internal sealed class SpeakerReader(IRecordStore store, BoardKeeper board, IOptions<FaceOptions> faces)
{
    /// <returns>Null where there is no such speaker, and no live of theirs.</returns>
    public async Task<SpeakerView?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var speaker = await store.FindAsync(Collections.Speakers, id, cancellationToken);
        var lives = (await board.GetAsync(cancellationToken)).Board.OfSpeaker(id);
        if (speaker is null && lives.Count == 0)
        {
            return null;
        }

        return new SpeakerView(speaker, [.. lives.OrderByDescending(live => live.StartsAt)], await FindFaceAsync(speaker, cancellationToken));
    }

    private async Task<FaceResult?> FindFaceAsync(Speaker? speaker, CancellationToken cancellationToken)
    {
        if (!faces.Value.Enabled || speaker is not { PortraitId: { } portrait } || speaker.FacesForgotten == true)
        {
            return null;
        }

        return await store.FindAsync(Collections.Portraits, portrait, cancellationToken) is { Forgotten: not true } found ? found.Face : null;
    }
}
