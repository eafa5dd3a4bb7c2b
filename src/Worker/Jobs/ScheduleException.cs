using LiveQuality.Crawler;

namespace LiveQuality.Worker.Jobs;

/// <summary>A job cannot be started. The message is one line that says why.</summary>
internal sealed class ScheduleException : UserFacingException
{
    /// <summary>For serializers and test doubles.</summary>
    public ScheduleException()
    {
    }

    /// <inheritdoc cref="ScheduleException(string, Exception)"/>
    public ScheduleException(string message)
        : base(message)
    {
    }

    /// <param name="message">One line.</param>
    /// <param name="innerException">What was thrown underneath.</param>
    public ScheduleException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
