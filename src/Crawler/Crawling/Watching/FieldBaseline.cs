using LiveQuality.Crawler.Records;

namespace LiveQuality.Crawler.Crawling.Watching;

/// <summary>What items of one kind had in the last crawls of a site.</summary>
/// <remarks>
/// A crawl with a broken field of the kind is left out, else the second broken crawl would look normal. When somebody has accepted it, it counts, and for the
/// fields that were broken nothing older does: the site is as it is now.
/// </remarks>
internal sealed class FieldBaseline
{
    // Several, so that a share that falls a little each time falls by five points some time; many where they are small, so that there is something to compare with.
    private const int FewestRuns = 5;
    private const int MostRuns = 50;
    private const int EnoughItems = 2_000;

    private readonly List<(KindFields Fields, HashSet<string> Accepted)> _runs = [];

    /// <param name="kind">Kind of the items.</param>
    /// <param name="runs">Earlier crawls of the site, newest first.</param>
    public FieldBaseline(string kind, IEnumerable<RunFields> runs)
    {
        var items = 0L;
        foreach (var run in runs)
        {
            if (_runs.Count >= MostRuns || (_runs.Count >= FewestRuns && items >= EnoughItems))
            {
                break;
            }

            var broken = run.Alerts.Where(alert => alert.Broken && alert.Kind == kind).ToList();
            if (run.Kinds.FirstOrDefault(fields => fields.Kind == kind) is { Items: >= Shares.FewestObjects } fields && (broken.Count == 0 || run.Accepted))
            {
                _runs.Add((fields, [.. broken.Select(alert => alert.Field), .. broken.Select(alert => alert.RenamedTo).OfType<string>()]));
                items += fields.Items;
            }
        }
    }

    /// <summary>A field over all these crawls; null where too few objects could have had it to say anything.</summary>
    public FieldShape? Find(string field)
    {
        var objects = 0L;
        var types = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (fields, accepted) in _runs)
        {
            if (fields.Find(field) is { } shape)
            {
                objects += shape.Objects;
                foreach (var (type, count) in shape.Types)
                {
                    types[type] = types.GetValueOrDefault(type) + count;
                }
            }

            if (accepted.Contains(field))
            {
                break;
            }
        }

        return objects >= Shares.FewestObjects ? new FieldShape(field, objects, types) : null;
    }
}
