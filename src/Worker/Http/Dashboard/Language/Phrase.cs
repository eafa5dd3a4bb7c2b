namespace LiveQuality.Worker.Http.Dashboard.Language;

/// <summary>One text in every language there is: none can be forgotten, the compiler asks for it.</summary>
/// <param name="English">In English; with places for values, as <see cref="string.Format(IFormatProvider, string, object[])"/> counts them.</param>
/// <param name="Chinese">In Chinese, with the same places.</param>
internal sealed record Phrase(string English, string Chinese)
{
    /// <summary>The text in one language.</summary>
    public string In(Tongue tongue) => tongue == Tongue.Chinese ? Chinese : English;
}
