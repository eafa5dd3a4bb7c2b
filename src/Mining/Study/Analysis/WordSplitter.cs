using System.Diagnostics.CodeAnalysis;
using System.Text;
using Icu;

namespace LiveQuality.Mining.Study.Analysis;

/// <summary>Splits Chinese texts into words by ICU's dictionary. Safe for concurrent use: ICU is initialised once, and every call has a break iterator of its own.</summary>
internal static class WordSplitter
{
    /// <summary>Characters of a text that are read; what follows is not, so that one endless text cannot hold the study up.</summary>
    public const int LongestText = 2000;

    private const int ShortestWord = 2;

    private static readonly Lazy<bool> Ready = new(() =>
    {
        Wrapper.Init();
        return true;
    });

    /// <summary>Words in the text's order, Latin letters in lower case.</summary>
    /// <returns>Words of at least two characters with a letter in them that are no stop words.</returns>
    /// <exception cref="MiningException">ICU is missing.</exception>
    [SuppressMessage("Globalization", "CA1308", Justification = "People read these words.")]
    public static string[] Split(string text)
    {
        var read = text.Length <= LongestText ? text : text[..LongestText];
        return [.. Guard(() => Ready.Value ? BreakIterator.Split(BreakIterator.UBreakIteratorType.WORD, "zh", read) : [])
            .Select(word => word.Trim().ToLowerInvariant())
            .Where(word => IsWord(word) && !StopWords.All.Contains(word))];
    }

    /// <summary>Runs what needs ICU, and says in one line what to do where it is missing.</summary>
    internal static T Guard<T>(Func<T> needsIcu)
    {
        try
        {
            return needsIcu();
        }
        // What the binding throws for a missing, a foreign or a stripped-down library.
        catch (Exception missing) when (missing is FileLoadException or FileNotFoundException or DllNotFoundException or BadImageFormatException
            or EntryPointNotFoundException or MissingMemberException or TypeInitializationException)
        {
            throw new MiningException("texts cannot be split into words: the ICU library (libicu) is missing; install it, for example the package libicu72 on Debian 12", missing);
        }
    }

    private static bool IsWord(string word)
    {
        Rune[] runes = [.. word.EnumerateRunes()];
        return runes.Length >= ShortestWord && runes.Any(Rune.IsLetter) && runes.All(Rune.IsLetterOrDigit);
    }
}
