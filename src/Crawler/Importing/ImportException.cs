namespace LiveQuality.Crawler.Importing;

/// <summary>A file cannot be read as what it should be. The message is one line that names the file and, where they are known, sheet, row and column.</summary>
public sealed class ImportException : UserFacingException
{
    /// <summary>For serializers and test doubles.</summary>
    public ImportException()
    {
    }

    /// <inheritdoc cref="ImportException(string, Exception)"/>
    public ImportException(string message)
        : base(OneLine(message))
    {
    }

    /// <param name="message">One line that says where and what.</param>
    /// <param name="innerException">What the parser said; null where it said nothing.</param>
    public ImportException(string message, Exception? innerException)
        : base(OneLine(message), innerException)
    {
    }

    // A column's name may hold a line break.
    private static string OneLine(string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return message.ReplaceLineEndings(" ");
    }
}
