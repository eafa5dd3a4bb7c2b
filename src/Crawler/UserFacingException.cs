namespace LiveQuality.Crawler;

/// <summary>Something outside the program is not as it must be, and a person can mend it. The message is one line that names what and where.</summary>
public abstract class UserFacingException : Exception
{
    /// <summary>For serializers.</summary>
    protected UserFacingException()
    {
    }

    /// <param name="message">One line.</param>
    protected UserFacingException(string message)
        : base(message)
    {
    }

    /// <param name="message">One line.</param>
    /// <param name="innerException">What was thrown underneath; null where nothing was.</param>
    protected UserFacingException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
