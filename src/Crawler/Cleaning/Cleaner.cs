using System.Text;
using System.Text.Unicode;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Zhihu;

namespace LiveQuality.Crawler.Cleaning;

/// <summary>From what the site sent to records, or to quarantine with a reason. The rules and their order are in <see cref="RuleOrder"/>.</summary>
public static class Cleaner
{
    private const string WireShape = "wire-shape";

    /// <summary>Cleans the lives of a page.</summary>
    /// <param name="items">The page's items.</param>
    /// <param name="view">Where they stood.</param>
    /// <param name="origin">The page's address.</param>
    /// <param name="observedAt">When the page was received, UTC.</param>
    public static CleanBatch Lives(IEnumerable<SiteItem<WireLive>> items, LiveView view, string origin, DateTimeOffset observedAt)
    {
        var batch = new BatchBuilder(observedAt);
        foreach (var item in items)
        {
            AddLive(batch, item, view, origin);
        }

        return batch.Build();
    }

    /// <summary>Cleans the reviews of a page.</summary>
    /// <param name="items">The page's items.</param>
    /// <param name="liveId">The live that they review; they do not say it themselves.</param>
    /// <param name="origin">The page's address.</param>
    /// <param name="observedAt">When the page was received, UTC.</param>
    public static CleanBatch Reviews(IEnumerable<SiteItem<WireReview>> items, string liveId, string origin, DateTimeOffset observedAt)
    {
        var batch = new BatchBuilder(observedAt);
        foreach (var item in items)
        {
            AddReview(batch, item, liveId, origin);
        }

        return batch.Build();
    }

    /// <summary>Cleans a person.</summary>
    /// <param name="item">The person.</param>
    /// <param name="origin">The address.</param>
    /// <param name="observedAt">When the answer was received, UTC.</param>
    public static CleanBatch Person(SiteItem<WirePerson> item, string origin, DateTimeOffset observedAt)
    {
        var batch = new BatchBuilder(observedAt);
        AddPerson(batch, item, origin);
        return batch.Build();
    }

    /// <summary>Cleans rows of the study's table.</summary>
    /// <param name="rows">The rows; hand in a long table piece by piece.</param>
    /// <param name="observedAt">When the table was made, UTC.</param>
    public static CleanBatch TableRows(IEnumerable<TableRow> rows, DateTimeOffset observedAt)
    {
        var batch = new BatchBuilder(observedAt);
        foreach (var row in rows)
        {
            AddRow(batch, row);
        }

        return batch.Build();
    }

    /// <summary>Keeps a body that is no page.</summary>
    /// <param name="problem">What it is instead.</param>
    /// <param name="body">The whole body; where it is not UTF-8 it is kept as <c>base64:</c> and its bytes.</param>
    /// <param name="origin">The address.</param>
    /// <param name="observedAt">When it was received, UTC.</param>
    public static QuarantineEntry Page(PageProblem problem, ReadOnlyMemory<byte> body, string origin, DateTimeOffset observedAt)
    {
        var payload = Utf8.IsValid(body.Span) ? Encoding.UTF8.GetString(body.Span) : $"base64:{Convert.ToBase64String(body.Span)}";
        return Quarantined.Entry(QuarantineKind.Page, problem.Kind.ToString(), problem.Reason, payload, null, origin, observedAt);
    }

    /// <summary>Cleans a kept payload again, after a rule has changed.</summary>
    /// <param name="entry">The entry.</param>
    /// <returns>The record, observed when the payload was, so that it does not go over newer values; or the payload in quarantine again, under the same
    /// key. A page always stays: it holds no item that a rule could judge, it is fetched again instead.</returns>
    public static CleanBatch Replay(QuarantineEntry entry)
    {
        var batch = new BatchBuilder(entry.ObservedAt);
        var payload = Encoding.UTF8.GetBytes(entry.Payload);
        switch (entry.Kind)
        {
            case QuarantineKind.Live when entry.Context == Context.TableRow && Payloads.ReadRow(payload) is { } columns:
                AddRow(batch, new TableRow(columns, entry.Origin));
                break;
            case QuarantineKind.Live when Context.View(entry.Context) is { } view:
                AddLive(batch, LiveAnswer.Item(payload), view, entry.Origin);
                break;
            case QuarantineKind.Review when entry.Context is { } liveId:
                AddReview(batch, ReviewPage.Item(payload), liveId, entry.Origin);
                break;
            case QuarantineKind.Speaker:
                AddPerson(batch, PersonAnswer.Item(payload), entry.Origin);
                break;
            default:
                batch.Add(entry);
                break;
        }

        return batch.Build();
    }

    private static void AddLive(BatchBuilder batch, SiteItem<WireLive> item, LiveView view, string origin)
    {
        var result = item.Wire is { } wire
            ? RuleOrder.Apply(RuleOrder.Lives, view == LiveView.Full ? LiveDrafts.FromFull(wire) : LiveDrafts.FromPageState(wire))
            : CleanResult<LiveDraft>.Quarantine(WireShape, item.Error!);
        if (result.Kept is { } live)
        {
            batch.Add(live);
        }
        else
        {
            batch.Add(QuarantineKind.Live, result.Rule!, result.Reason!, item.Payload, Context.Of(view), origin);
        }
    }

    private static void AddReview(BatchBuilder batch, SiteItem<WireReview> item, string liveId, string origin)
    {
        var result = item.Wire is { } wire
            ? RuleOrder.Apply(RuleOrder.Reviews, ReviewDrafts.From(wire, liveId))
            : CleanResult<ReviewDraft>.Quarantine(WireShape, item.Error!);
        if (result.Kept is { } review)
        {
            batch.Add(review);
        }
        else
        {
            batch.Add(QuarantineKind.Review, result.Rule!, result.Reason!, item.Payload, liveId, origin);
        }
    }

    private static void AddPerson(BatchBuilder batch, SiteItem<WirePerson> item, string origin)
    {
        var result = item.Wire is { } wire
            ? RuleOrder.Apply(RuleOrder.People, SpeakerDrafts.From(wire))
            : CleanResult<SpeakerDraft>.Quarantine(WireShape, item.Error!);
        if (result.Kept is { } speaker)
        {
            batch.Add(speaker);
        }
        else
        {
            batch.Add(QuarantineKind.Speaker, result.Rule!, result.Reason!, item.Payload, null, origin);
        }
    }

    private static void AddRow(BatchBuilder batch, TableRow row)
    {
        var result = LiveDrafts.FromRow(row);
        result = result.Kept is { } draft ? RuleOrder.Apply(RuleOrder.Lives, draft) : result;
        if (result.Kept is { } live)
        {
            batch.Add(live);
        }
        else
        {
            batch.Add(QuarantineKind.Live, result.Rule!, result.Reason!, Payloads.WriteRow(row.Columns), Context.TableRow, row.Origin);
        }
    }
}
