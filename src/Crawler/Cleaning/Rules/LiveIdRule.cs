namespace LiveQuality.Crawler.Cleaning.Rules;

/// <summary>A live's id is 15 to 20 digits (18 in every recording); scientific notation means that its last digits are lost.</summary>
internal sealed class LiveIdRule : ICleaningRule<LiveDraft>
{
    private const int Shortest = 15;
    private const int Longest = 20;

    public string Name => "live-id";

    public CleanResult<LiveDraft> Apply(LiveDraft draft) => draft.Id switch
    {
        { Length: >= Shortest and <= Longest } id when id.All(char.IsAsciiDigit) => CleanResult<LiveDraft>.Keep(draft),
        { } id when id.Contains('E', StringComparison.OrdinalIgnoreCase) && double.TryParse(id, out _) =>
            CleanResult<LiveDraft>.Quarantine(Name, $"id is {Shown.Text(id)}: in this notation its last digits are lost"),
        var id => CleanResult<LiveDraft>.Quarantine(Name, $"id is {Shown.Text(id)}, not {Shortest} to {Longest} digits"),
    };
}
