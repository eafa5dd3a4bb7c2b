namespace LiveQuality.Crawler.Fetching.Guarding;

/// <summary>A name leads where no crawl may connect to. The message is the end of a sentence that begins with the address asked for.</summary>
internal sealed class ForbiddenAddressException : IOException
{
    /// <summary>For serializers and test doubles.</summary>
    public ForbiddenAddressException()
    {
    }

    /// <param name="message">Which address, and why it is forbidden.</param>
    public ForbiddenAddressException(string message)
        : base(message)
    {
    }

    /// <inheritdoc cref="ForbiddenAddressException(string)"/>
    /// <param name="message">Which address, and why it is forbidden.</param>
    /// <param name="innerException">What led to it.</param>
    public ForbiddenAddressException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
