using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;

namespace LiveQuality.Crawler.Crawling.Watching;

/// <summary>Says whether records may be learnt from, as far as their fields go.</summary>
/// <param name="store">Where the runs are.</param>
public sealed class FieldGate(IRecordStore store)
{
    // With fewer, five points cannot be told from chance: a handful of good items does not show that the site is mended.
    private const int EnoughToClear = 100;

    /// <summary>The broken crawls, by each site and kind of item the newest one, unless later crawls with 100 such items or more found nothing broken.</summary>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>None where all is well, or where nothing was crawled.</returns>
    public async Task<IReadOnlyList<BrokenRun>> FindBrokenAsync(CancellationToken cancellationToken)
    {
        var sound = new Dictionary<(string Site, string Kind), long>();
        var broken = new List<BrokenRun>();
        await foreach (var run in FieldHistory.ReadAsync(store, cancellationToken))
        {
            var fields = run.Fields!;
            var open = new List<FieldAlert>();
            foreach (var kind in fields.Kinds)
            {
                var key = (fields.Site, kind.Kind);
                var items = sound.GetValueOrDefault(key);
                if (items >= EnoughToClear)
                {
                    continue;
                }

                var alerts = fields.Alerts.Where(alert => alert.Broken && alert.Kind == kind.Kind).ToList();
                sound[key] = alerts.Count == 0 ? items + kind.Items : EnoughToClear;
                open.AddRange(fields.Accepted ? [] : alerts);
            }

            if (open.Count > 0)
            {
                broken.Add(new BrokenRun(run, open));
            }
        }

        return broken;
    }

    /// <summary>The crawls that later ones are compared with, and those that are broken: their runs must stay.</summary>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>Ids of runs.</returns>
    public async Task<IReadOnlySet<string>> FindNeededAsync(CancellationToken cancellationToken)
    {
        var needed = (await FindBrokenAsync(cancellationToken)).Select(broken => broken.Run.Id).ToHashSet(StringComparer.Ordinal);
        var met = new Dictionary<string, int>(StringComparer.Ordinal);
        await foreach (var run in FieldHistory.ReadAsync(store, cancellationToken))
        {
            if ((met[run.Fields!.Site] = met.GetValueOrDefault(run.Fields.Site) + 1) <= FieldWatch.MostRuns)
            {
                needed.Add(run.Id);
            }
        }

        return needed;
    }

    /// <summary>Notes that the broken fields are how the site is now: later crawls are compared with these.</summary>
    /// <param name="broken">What <see cref="FindBrokenAsync"/> found.</param>
    /// <param name="cancellationToken">Stops before the runs are written.</param>
    public async Task AcceptAsync(IReadOnlyList<BrokenRun> broken, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(broken);
        await store.UpsertAsync(
            Collections.Runs, [.. broken.Select(found => found.Run with { Fields = found.Run.Fields! with { Accepted = true } })], cancellationToken);
    }
}
