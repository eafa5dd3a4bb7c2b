using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;

namespace LiveQuality.Worker.Steps.Faces;

/// <summary>Removes everything that was said of a person's face, and sees to it that nothing is said again.</summary>
internal sealed class ForgetStep(IRecordStore store, RunJournal journal)
{
    /// <param name="speakerId">The speaker.</param>
    /// <param name="cancellationToken">Stops between two portraits.</param>
    public Task<ForgetReport> RunAsync(string speakerId, CancellationToken cancellationToken) =>
        // The journal does not say who: it would remember what is to be forgotten.
        journal.RecordAsync(RunCommands.FacesForget, new Dictionary<string, string>(), token => ForgetAsync(speakerId, token), cancellationToken);

    private async Task<ForgetReport> ForgetAsync(string speakerId, CancellationToken cancellationToken)
    {
        var speaker = await store.FindAsync(Collections.Speakers, speakerId, cancellationToken);
        if (speaker is not null)
        {
            // First, so that a run that looks at portraits meanwhile writes none of this one's.
            await store.UpsertAsync(Collections.Speakers, [speaker with { FacesForgotten = true }], cancellationToken);
        }

        var known = await FindAsync(speakerId, speaker?.PortraitId, cancellationToken);
        foreach (var portrait in known)
        {
            // Portraits merge, and what a new one does not say stays: so it goes and comes back without its face. A crash in between loses an address that the next crawl brings.
            await store.DeleteAsync(Collections.Portraits, portrait.Id, cancellationToken);
            await store.UpsertAsync(Collections.Portraits, [portrait with { Face = null, Forgotten = true }], CancellationToken.None);
        }

        return new ForgetReport(speaker is not null, known.Count, (await FindAsync(speakerId, speaker?.PortraitId, cancellationToken)).Count);
    }

    // The portrait of today, those of other days, and the same picture under another address.
    private async Task<List<Portrait>> FindAsync(string speakerId, string? portraitId, CancellationToken cancellationToken)
    {
        var seen = new List<Portrait>();
        await foreach (var portrait in store.ReadAsync(Collections.Portraits, new Query<Portrait>(), cancellationToken))
        {
            if (portrait.Face is not null)
            {
                seen.Add(portrait);
            }
        }

        bool IsTheirs(Portrait portrait) => portrait.Id == portraitId || portrait.Face!.SpeakerIds.Contains(speakerId, StringComparer.Ordinal);
        var bytes = seen.Where(IsTheirs).Select(portrait => portrait.Face!.Sha256).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return seen.FindAll(portrait => IsTheirs(portrait) || (portrait.Face!.Sha256 is { } sha256 && bytes.Contains(sha256)));
    }
}
