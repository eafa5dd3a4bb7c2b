using LiveQuality.Crawler;

namespace LiveQuality.Mining.Models;

/// <summary>A stored model is damaged, or was made by something else; the message is one line that says where.</summary>
public sealed class ModelFormatException : UserFacingException
{
    /// <param name="message">One line that names what is wrong.</param>
    public ModelFormatException(string message)
        : base(message)
    {
    }

    /// <param name="message">One line that names what is wrong.</param>
    /// <param name="innerException">What was found first.</param>
    public ModelFormatException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Without a message nobody can act: prefer the others.</summary>
    public ModelFormatException()
    {
    }
}
