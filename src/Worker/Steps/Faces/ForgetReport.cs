namespace LiveQuality.Worker.Steps.Faces;

/// <summary>What was forgotten of a person.</summary>
/// <param name="SpeakerKnown">Whether the store knows the speaker; if not, a portrait that comes later is looked at.</param>
/// <param name="Before">Portraits with a face result of the person, before.</param>
/// <param name="After">The same, counted anew behind the removal.</param>
internal sealed record ForgetReport(bool SpeakerKnown, int Before, int After) : ICounted
{
    IReadOnlyDictionary<string, long> ICounted.Counts => new Dictionary<string, long> { ["before"] = Before, ["after"] = After };

    string? ICounted.Problem => After == 0 ? null : $"{After} face results are still there: something wrote them meanwhile; try again";
}
