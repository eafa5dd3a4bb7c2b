using System.Security.Cryptography;
using LiveQuality.Crawler.Crawling.Portraits;
using LiveQuality.Crawler.Crawling.Sources;
using LiveQuality.Crawler.Fetching;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using LiveQuality.Worker.Progress;

namespace LiveQuality.Worker.Steps.Faces;

/// <summary>From speakers' portraits to face results in the store: each picture once a model version, and each picture's bytes once whatever its address.</summary>
/// <param name="load">Loads the nets. Called only when there is a portrait to look at.</param>
/// <param name="pictures">The way to the pictures.</param>
/// <param name="store">Where portraits are.</param>
/// <param name="journal">Notes the run.</param>
/// <param name="view">Shows the progress.</param>
internal sealed class PortraitStep(Func<IFaceAnalysis> load, PortraitSource pictures, IRecordStore store, RunJournal journal, IProgressView view)
{
    // Each has had its own retries: after so many it is an outage, and no use to ask for the thousands that are left.
    private const int MostFailures = 10;

    /// <param name="source">What was crawled.</param>
    /// <param name="cancellationToken">Stops between two pictures; what was seen by then is stored.</param>
    public Task<PortraitReport> RunAsync(CrawlSource source, CancellationToken cancellationToken)
    {
        var inputs = new Dictionary<string, string> { ["kind"] = $"{source.Kind}", ["source"] = source.Path ?? source.Site.AbsoluteUri };
        return journal.RecordAsync(RunCommands.Portraits, inputs, token => view.ShowAsync("portraits", bar => ScoreAsync(source, bar, token)), cancellationToken);
    }

    private async Task<PortraitReport> ScoreAsync(CrawlSource source, IProgress<StepProgress> bar, CancellationToken cancellationToken)
    {
        var owners = await PortraitOwners.ReadAsync(store, cancellationToken);
        var portraits = new List<Portrait>();
        await foreach (var portrait in store.ReadAsync(Collections.Portraits, new Query<Portrait>(), cancellationToken))
        {
            if (owners.Of(portrait).Count > 0)
            {
                portraits.Add(portrait);
            }
        }

        if (portraits.Count == 0)
        {
            return new PortraitReport();
        }

        using var faces = load();
        await using var way = await pictures.OpenAsync(source, cancellationToken);
        var report = new PortraitReport { Model = faces.Model, ResearchOnly = faces.ResearchOnly, Portraits = portraits.Count };
        var byBytes = new Dictionary<string, FaceResult>(StringComparer.Ordinal);
        foreach (var face in portraits.Select(portrait => portrait.Face).Where(face => face?.Sha256 is not null && face.Model == faces.Model))
        {
            byBytes[face!.Sha256!] = face;
        }

        var failedInARow = 0;
        for (var done = 0; done < portraits.Count && failedInARow < MostFailures; done++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var portrait = portraits[done];
            FaceResult? face;
            if (owners.IsDefault(portrait))
            {
                (face, report) = (Default(faces), report with { DefaultAvatars = report.DefaultAvatars + 1 });
            }
            else if (IsDone(portrait.Face, faces))
            {
                (face, report) = (portrait.Face, report with { AsBefore = report.AsBefore + 1 });
            }
            else
            {
                var picture = await way.FetchAsync(portrait, cancellationToken);
                (face, report) = await LookAsync(portrait, picture, faces, byBytes, report with { Bytes = report.Bytes + picture.Transferred }, cancellationToken);
                failedInARow = picture is { Status: FetchStatus.Failed, Code: null or >= 500 } ? failedInARow + 1 : 0;
                if (failedInARow == MostFailures)
                {
                    report = report with { Problem = $"{MostFailures} pictures in a row could not be had: {picture.Detail}" };
                }
            }

            if (face is not null)
            {
                await KeepAsync(portrait, face, owners.Of(portrait));
            }

            bar.Report(new StepProgress(done + 1, portraits.Count, $"{report.Faces} faces"));
        }

        return report;
    }

    // Once a model version, but what could not be had may be there today, and what was everybody's may be somebody's now.
    private static bool IsDone(FaceResult? face, IFaceAnalysis faces) => face?.Model == faces.Model && face.Outcome is not (FaceOutcomes.Failed or FaceOutcomes.DefaultAvatar);

    private static FaceResult Default(IFaceAnalysis faces) => new() { Model = faces.Model, Outcome = FaceOutcomes.DefaultAvatar, SpeakerIds = [] };

    private static async Task<(FaceResult? Face, PortraitReport Report)> LookAsync(
        Portrait portrait, FetchOutcome picture, IFaceAnalysis faces, Dictionary<string, FaceResult> byBytes, PortraitReport report, CancellationToken cancellationToken)
    {
        switch (picture.Status)
        {
            case FetchStatus.Fetched:
                var sha256 = Convert.ToHexStringLower(SHA256.HashData(picture.Body.Span));
                if (byBytes.TryGetValue(sha256, out var face))
                {
                    report = report with { SameBytes = report.SameBytes + 1 };
                }
                else
                {
                    // On a thread of its own: it is all computing, and the bar must move.
                    byBytes[sha256] = face = await Task.Run(() => faces.Analyze(picture.Body) with { Sha256 = sha256 }, cancellationToken);
                }

                return (face, Count(report, face));

            case FetchStatus.NotRecorded:
                return (null, report with { NotRecorded = report.NotRecorded + 1 });

            case FetchStatus.Blocked when PortraitWay.IsRefusal(picture):
                return (null, report with { TurnedDown = report.TurnedDown + 1, Problem = $"the host of the pictures has turned us away: {picture.Detail}" });

            // Nobody has said anything of this picture.
            case FetchStatus.Withheld or FetchStatus.Blocked:
                return (null, report with { Withheld = report.Withheld + 1 });

            // What was seen of it once is better than nothing.
            default:
                return (portrait.Face is { Outcome: not FaceOutcomes.Failed } known ? known : new FaceResult { Model = faces.Model, Outcome = FaceOutcomes.Failed, Reason = picture.Detail, SpeakerIds = [] }, report with { Failed = report.Failed + 1 });
        }
    }

    private static PortraitReport Count(PortraitReport report, FaceResult face) => face.Outcome switch
    {
        FaceOutcomes.Face => report with { Faces = report.Faces + 1 },
        FaceOutcomes.Abstained => report with { Abstained = report.Abstained + 1 },
        _ => report with { Refused = report.Refused + 1 },
    };

    // Looked up again right before: somebody may have asked to be forgotten while the picture was looked at. Not cancelled: what was seen is stored.
    private async Task KeepAsync(Portrait portrait, FaceResult face, IReadOnlyList<string> speakers)
    {
        foreach (var id in speakers)
        {
            if ((await store.FindAsync(Collections.Speakers, id, CancellationToken.None))?.FacesForgotten == true)
            {
                return;
            }
        }

        if ((await store.FindAsync(Collections.Portraits, portrait.Id, CancellationToken.None))?.Forgotten == true)
        {
            return;
        }

        if (portrait.Face != face || !portrait.Face.SpeakerIds.SequenceEqual(speakers, StringComparer.Ordinal))
        {
            await store.UpsertAsync(Collections.Portraits, [portrait with { Face = face with { SpeakerIds = speakers } }], CancellationToken.None);
        }
    }
}
