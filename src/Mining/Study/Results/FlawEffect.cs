namespace LiveQuality.Mining.Study.Results;

/// <summary>What one flaw of the original is worth, everything else being as the settings say.</summary>
/// <param name="Switch">Its switch, for example <c>--leak-scaler</c>.</param>
/// <param name="Meaning">What it does, one line.</param>
/// <param name="On">Whether this run has it.</param>
/// <param name="Effects">Errors with the flaw minus errors without it, a regressor each.</param>
public sealed record FlawEffect(string Switch, string Meaning, bool On, IReadOnlyList<ErrorChange> Effects);
