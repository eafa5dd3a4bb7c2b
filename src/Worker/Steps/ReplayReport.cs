namespace LiveQuality.Worker.Steps;

/// <summary>What cleaning the quarantined payloads again gave.</summary>
/// <param name="Replayed">Entries tried.</param>
/// <param name="Released">Entries that are records now.</param>
/// <param name="Kept">Entries that stay.</param>
internal sealed record ReplayReport(int Replayed, int Released, int Kept) : ICounted
{
    IReadOnlyDictionary<string, long> ICounted.Counts => new Dictionary<string, long>
    {
        ["replayed"] = Replayed,
        ["released"] = Released,
        ["kept"] = Kept,
    };

    string? ICounted.Problem => null;
}
