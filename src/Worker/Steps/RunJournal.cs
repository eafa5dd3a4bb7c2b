using System.Diagnostics;
using System.Globalization;
using LiveQuality.Crawler.Crawling;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;

namespace LiveQuality.Worker.Steps;

/// <summary>Notes each run in the store: why it ran, what it was given, what it did, how it ended.</summary>
internal sealed class RunJournal(IRecordStore store, RunOrigin origin, RunMetrics metrics, TimeProvider time)
{
    /// <summary>A time of the schedule as runs hold it.</summary>
    public const string SlotFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    private bool _isLost;

    /// <summary>The newest run of this scope, as it should be in the store; null before the first.</summary>
    public Run? Newest { get; private set; }

    /// <inheritdoc cref="RecordAsync{T}(string, IReadOnlyDictionary{string, string}, Func{string, CancellationToken, Task{T}}, CancellationToken)"/>
    public Task<T> RecordAsync<T>(
        string command, IReadOnlyDictionary<string, string> inputs, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
        where T : ICounted => RecordAsync(command, inputs, (_, token) => work(token), cancellationToken);

    /// <param name="command">Name of the command.</param>
    /// <param name="inputs">What it was given; no secrets.</param>
    /// <param name="work">The work, told the run's id; its result says what it counted.</param>
    /// <param name="cancellationToken">Handed to the work.</param>
    public async Task<T> RecordAsync<T>(
        string command, IReadOnlyDictionary<string, string> inputs, Func<string, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
        where T : ICounted
    {
        var run = Begin(command, inputs);
        using var span = RunMetrics.Begin(run);
        await WriteAsync(run);
        try
        {
            var result = await work(run.Id, cancellationToken);
            await EndAsync(run with { Outcome = OutcomeOf(result), Counts = result.Counts, Fields = result.Fields, Error = result.Problem }, span);
            return result;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await EndAsync(run with { Outcome = RunOutcomes.Stopped }, span);
            throw;
        }
        catch (StoreException e)
        {
            // There is nowhere to note it now: whoever waits for the store notes it then.
            Newest = Ended(run with { Outcome = RunOutcomes.Failed, Error = e.Message }, span);
            _isLost = true;
            throw;
        }
        catch (Exception e)
        {
            // Noted and passed on.
            await EndAsync(run with { Outcome = RunOutcomes.Failed, Error = e.Message }, span);
            throw;
        }
    }

    /// <summary>Notes a run that does not begin.</summary>
    /// <param name="command">Name of the command.</param>
    /// <param name="why">What has to be there first.</param>
    public Task PostponeAsync(string command, string why)
    {
        var run = Begin(command, new Dictionary<string, string>());
        return WriteAsync(run with { EndedAt = run.StartedAt, Outcome = RunOutcomes.Postponed, Error = why });
    }

    /// <summary>Notes how the run ended that could not be noted, since the store did not take it.</summary>
    public async Task NoteLostAsync()
    {
        if (_isLost)
        {
            await WriteAsync(Newest!);
            _isLost = false;
        }
    }

    private static string OutcomeOf(ICounted result) => result.IsPaused ? RunOutcomes.Paused : result.Problem is null ? RunOutcomes.Done : RunOutcomes.Failed;

    private Run Begin(string command, IReadOnlyDictionary<string, string> inputs)
    {
        var (start, owner) = (time.GetUtcNow(), LeaseOwner.New());
        return new Run
        {
            // The owner's last part tells two runs of one process from each other that begin at the same time.
            Id = string.Create(CultureInfo.InvariantCulture, $"{start:yyyyMMdd'T'HHmmss.fff'Z'}-{command}-{Environment.ProcessId}-{owner[(owner.LastIndexOf('/') + 1)..]}"),
            Command = command,
            Trigger = origin.Trigger,
            Job = origin.Job,
            Slots = origin.Slots.Count == 0 ? null : [.. origin.Slots.Select(slot => slot.ToString(SlotFormat, CultureInfo.InvariantCulture))],
            Owner = owner,
            StartedAt = start,
            Inputs = inputs,
            Counts = new Dictionary<string, long>(),
            Outcome = RunOutcomes.Running,
        };
    }

    private Run Ended(Run run, Activity? span)
    {
        var ended = run with { EndedAt = time.GetUtcNow() };
        metrics.Count(ended, span);
        return ended;
    }

    private async Task EndAsync(Run run, Activity? span)
    {
        var ended = Ended(run, span);
        _isLost = true;
        await WriteAsync(ended);
        _isLost = false;
    }

    // Not cancelled: a stopped run is noted as stopped.
    private async Task WriteAsync(Run run)
    {
        Newest = run;
        await store.UpsertAsync(Collections.Runs, [run], CancellationToken.None);
    }
}
