namespace LiveQuality.Crawler.Storage;

/// <summary>The store cannot be reached, opened or read. The message is one line that names it.</summary>
public sealed class StoreException : UserFacingException
{
    /// <summary>For serializers and test doubles.</summary>
    public StoreException()
    {
    }

    /// <inheritdoc cref="StoreException(string, Exception)"/>
    public StoreException(string message)
        : base(message)
    {
    }

    /// <param name="message">One line that names the store and what to do.</param>
    /// <param name="innerException">What the driver said.</param>
    public StoreException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Whether nobody answered: the same may go well when the store is back.</summary>
    public bool IsAway { get; init; }
}
