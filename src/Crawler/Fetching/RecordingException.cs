namespace LiveQuality.Crawler.Fetching;

/// <summary>A recording cannot be opened, read or written. The message is one line that names the path.</summary>
public sealed class RecordingException : UserFacingException
{
    /// <summary>For serializers and test doubles.</summary>
    public RecordingException()
    {
    }

    /// <inheritdoc cref="RecordingException(string, Exception)"/>
    public RecordingException(string message)
        : base(message)
    {
    }

    /// <param name="message">One line that names the path.</param>
    /// <param name="innerException">What the reader said.</param>
    public RecordingException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
