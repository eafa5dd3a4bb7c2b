namespace LiveQuality.Worker.Output;

/// <summary>Text from outside, names of files above all, as a terminal may get it.</summary>
internal static class Printable
{
    /// <summary>One line, without characters that a terminal obeys.</summary>
    public static string OneLine(string text) => string.Concat(text.ReplaceLineEndings(" ").Select(character => char.IsControl(character) ? '?' : character));
}
