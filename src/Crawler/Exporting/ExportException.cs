namespace LiveQuality.Crawler.Exporting;

/// <summary>A file cannot be written. The message is one line that names it.</summary>
public sealed class ExportException : UserFacingException
{
    /// <summary>For serializers and test doubles.</summary>
    public ExportException()
    {
    }

    /// <inheritdoc cref="ExportException(string, Exception)"/>
    public ExportException(string message)
        : base(message)
    {
    }

    /// <param name="message">One line that names the file.</param>
    /// <param name="innerException">What the file system said.</param>
    public ExportException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
