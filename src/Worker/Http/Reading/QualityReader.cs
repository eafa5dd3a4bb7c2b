using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using LiveQuality.Worker.Steps;

namespace LiveQuality.Worker.Http.Reading;

/// <summary>Reads how good the data are: the fields of the last crawl that reported any, and what is in quarantine.</summary>
internal sealed class QualityReader(IRecordStore store, TimeProvider time) : IDisposable
{
    private const int Examples = 3;

    private static readonly TimeSpan Age = TimeSpan.FromSeconds(30);

    // Payloads come with the entries, so that this is more to read than it looks.
    private readonly Kept<QualityView> _quality = new(time, Age, async cancellationToken =>
        new QualityView(await store.ReadRunsAsync(cancellationToken).FirstOrDefaultAsync(run => run.Fields is not null, cancellationToken), await QuarantineAsync(store, cancellationToken)));

    public Task<QualityView> ReadAsync(CancellationToken cancellationToken) => _quality.GetAsync(cancellationToken);

    public void Dispose() => _quality.Dispose();

    private static async Task<IReadOnlyList<QuarantineRule>> QuarantineAsync(IRecordStore store, CancellationToken cancellationToken)
    {
        var rules = new SortedDictionary<string, (long Count, List<QuarantineEntry> Examples)>(StringComparer.Ordinal);
        await foreach (var entry in store.ReadAsync(Collections.Quarantine, new Query<QuarantineEntry>(), cancellationToken))
        {
            var (count, examples) = rules.GetValueOrDefault(entry.Rule, (0, []));
            if (examples.Count < Examples)
            {
                // Not the payload: it may hold anything, and nobody needs it here.
                examples.Add(entry with { Payload = string.Empty });
            }

            rules[entry.Rule] = (count + 1, examples);
        }

        return [.. rules.Select(rule => new QuarantineRule(rule.Key, rule.Value.Count, rule.Value.Examples)).OrderByDescending(rule => rule.Count)];
    }
}
