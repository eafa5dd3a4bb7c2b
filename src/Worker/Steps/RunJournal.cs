using System.Globalization;
using LiveQuality.Crawler.Crawling;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;

namespace LiveQuality.Worker.Steps;

/// <summary>Notes each run in the store: what it was given, what it did, how it ended.</summary>
internal sealed class RunJournal(IRecordStore store, TimeProvider time)
{
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
        var start = time.GetUtcNow();
        var run = new Run
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"{start:yyyyMMdd'T'HHmmss.fff'Z'}-{command}-{Environment.ProcessId}"),
            Command = command,
            Trigger = "command",
            Owner = LeaseOwner.New(),
            StartedAt = start,
            Inputs = inputs,
            Counts = new Dictionary<string, long>(),
            Outcome = "running",
        };
        await WriteAsync(run);
        try
        {
            var result = await work(run.Id, cancellationToken);
            await WriteAsync(run with { EndedAt = time.GetUtcNow(), Outcome = result.Problem is null ? "done" : "failed", Counts = result.Counts, Fields = result.Fields, Error = result.Problem });
            return result;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await WriteAsync(run with { EndedAt = time.GetUtcNow(), Outcome = "stopped" });
            throw;
        }
        catch (Exception e) when (e is not StoreException)
        {
            // Noted and passed on. Where the store itself failed there is nowhere to note it.
            await WriteAsync(run with { EndedAt = time.GetUtcNow(), Outcome = "failed", Error = e.Message });
            throw;
        }
    }

    // Not cancelled: a stopped run is noted as stopped.
    private Task<UpsertCounts> WriteAsync(Run run) => store.UpsertAsync(Collections.Runs, [run], CancellationToken.None);
}
