using LiveQuality.Crawler.Records;

namespace LiveQuality.Crawler.Crawling.Watching;

/// <summary>Compares the fields of one kind in a crawl with those before; where there were none before, with what the recordings tell.</summary>
internal sealed class FieldComparison(KindFields now, FieldBaseline before)
{
    // Without an earlier crawl there is no saying what chance does: as many that one broken page of the site is no alarm.
    private const int FewestLacking = 3;

    private readonly HashSet<string> _explained = new(StringComparer.Ordinal);

    /// <returns>What changed, broken fields first.</returns>
    public IReadOnlyList<FieldAlert> Alerts()
    {
        List<FieldAlert> alerts = [.. now.Known.Select(Dropped).OfType<FieldAlert>(), .. now.Known.Select(Retyped).OfType<FieldAlert>()];
        alerts.AddRange(now.Unknown.Where(key => !_explained.Contains(key.Field)).Select(Appeared).OfType<FieldAlert>());
        return [.. alerts.OrderByDescending(alert => alert.Broken)];
    }

    private FieldAlert? Dropped(FieldShape shape)
    {
        var old = Old(shape);
        var fell = old is not null
            ? Shares.Fell(shape.Having(), shape.Objects, old.Having(), old.Objects)
            : Kept(shape) is { Always: true } && IsLacking(shape.Having(), shape.Objects);
        if (!fell)
        {
            return null;
        }

        var (share, was) = (Shares.Of(shape.Having(), shape.Objects), old is null ? 1 : Shares.Of(old.Having(), old.Objects));
        return FieldAlerts.Missing(now.Kind, shape, Kept(shape) is not null, was, share, Successor(shape, old, was - share));
    }

    private FieldAlert? Retyped(FieldShape shape)
    {
        var (all, old) = (shape.Values(), Old(shape));
        var kept = Kept(shape);
        foreach (var (type, count) in shape.Types.OrderByDescending(type => type.Value))
        {
            var (oldAll, oldCount) = (old?.Values() ?? 0, old?.Types.GetValueOrDefault(type) ?? 0);
            var rose = oldAll >= Shares.FewestObjects
                ? Shares.Fell(all - count, all, oldAll - oldCount, oldAll)
                : kept is not null && !kept.Types.Contains(type) && IsLacking(all - count, all);

            // What may be null is null now for many, now for few: organisations have no gender. Only when nothing else is left has it changed.
            if (rose && !(type == "null" && kept is { MayBeNull: true } && (count < all || all < Shares.FewestForGone)))
            {
                return FieldAlerts.Retyped(now.Kind, shape, kept is not null, type, old?.UsualType() ?? kept?.Types[0], Shares.Of(oldCount, oldAll), Shares.Of(count, all));
            }
        }

        return null;
    }

    private FieldAlert? Appeared(FieldShape key) =>
        key.Field != Zhihu.FieldCounts.OtherKeys && Old(key) is { } old && Rose(key, old)
            ? FieldAlerts.Appeared(now.Kind, key, Shares.Of(old.Having(), old.Objects), Shares.Of(key.Having(), key.Objects))
            : null;

    // The key that came into the same object about as often as this one went, with values of the same type; of several, the one whose name is most alike.
    private string? Successor(FieldShape gone, FieldShape? old, double drop)
    {
        var type = old?.UsualType() ?? Kept(gone)?.Types[0];
        var parent = FieldShapes.Parent(gone.Field);
        var best = now.Unknown.Concat(now.Known)
            .Where(key => FieldShapes.Parent(key.Field) == parent && key.UsualType() == type && !_explained.Contains(key.Field))
            .Where(key => Old(key) is { } before
                ? Rose(key, before) && Shares.AreClose(Shares.Of(key.Having(), key.Objects) - Shares.Of(before.Having(), before.Objects), drop)
                : IsUnheardOf(key) && Shares.AreClose(Shares.Of(key.Having(), key.Objects), drop))
            .MaxBy(key => Likeness(gone.Field, key.Field));
        if (best is not null)
        {
            _explained.Add(best.Field);
        }

        return best?.Field;
    }

    private bool IsUnheardOf(FieldShape key) => now.Unknown.Contains(key) && key.Field != Zhihu.FieldCounts.OtherKeys;

    private FieldShape? Old(FieldShape shape) => before.Find(shape.Field);

    private KeptField? Kept(FieldShape shape) => KeptFields.Find(now.Kind, shape.Field);

    private static bool Rose(FieldShape key, FieldShape old) => Shares.Fell(key.Objects - key.Having(), key.Objects, old.Objects - old.Having(), old.Objects);

    private static bool IsLacking(long having, long of) => of >= Shares.FewestForGone && of - having >= FewestLacking && (of - having) * 20 > of;

    // Length of the longest piece that both names have.
    private static int Likeness(string one, string other) => Enumerable.Range(0, one.Length)
        .Max(start => Enumerable.Range(1, one.Length - start).TakeWhile(length => other.Contains(one.Substring(start, length), StringComparison.Ordinal)).LastOrDefault());
}
