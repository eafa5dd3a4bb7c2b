namespace LiveQuality.Worker.Steps;

/// <summary>What a compaction gave back.</summary>
/// <param name="Runs">Runs that were dropped.</param>
/// <param name="Bytes">Bytes that the store is smaller by; 0 where its server does this by itself.</param>
internal sealed record CompactReport(int Runs, long Bytes) : ICounted
{
    IReadOnlyDictionary<string, long> ICounted.Counts => new Dictionary<string, long> { ["runsDropped"] = Runs, ["bytesFreed"] = Bytes };

    string? ICounted.Problem => null;
}
