using LiveQuality.Crawler;

namespace LiveQuality.Mining;

/// <summary>Mining cannot go on with what it was given; the message is one line for the person who gave it.</summary>
public sealed class MiningException : UserFacingException
{
    /// <param name="message">One line that names what is wrong and what is needed.</param>
    public MiningException(string message)
        : base(message)
    {
    }

    /// <param name="message">One line that names what is wrong and what is needed.</param>
    /// <param name="innerException">What was found first.</param>
    public MiningException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Without a message nobody can act: prefer the others.</summary>
    public MiningException()
    {
    }
}
