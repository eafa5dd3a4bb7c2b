using LiveQuality.Crawler.Fetching.Guarding;
using Polly.Timeout;

namespace LiveQuality.Crawler.Fetching;

/// <summary>The ways in which no whole answer comes. What an exception says is never passed on: it may quote what the other side sent.</summary>
internal static class TransportProblem
{
    /// <summary>Whether an exception is the network's or the other side's doing, not a bug.</summary>
    public static bool Is(Exception exception) =>
        exception is HttpRequestException or IOException or InvalidDataException or TimeoutRejectedException
            or TaskCanceledException { InnerException: TimeoutException };

    /// <summary>Whether another attempt may do better.</summary>
    public static bool MayPass(Exception exception) => Is(exception) && exception is not HttpRequestException
    {
        InnerException: ForbiddenAddressException,
    } and not HttpRequestException
    {
        HttpRequestError: HttpRequestError.ConfigurationLimitExceeded,
    };

    /// <summary>What happened, in our own words, as the end of a sentence.</summary>
    public static string Describe(Exception exception) => exception switch
    {
        TimeoutRejectedException timeout => $"gave no whole answer within {timeout.Timeout}",
        // How the network says that no connection came about in time; nobody cancelled anything.
        TaskCanceledException => Describe(HttpRequestError.ConnectionError),
        InvalidDataException => "sent a body that is torn, or not in the encoding it names",
        HttpRequestException { InnerException: ForbiddenAddressException forbidden } => forbidden.Message,
        HttpRequestException { HttpRequestError: var error } => Describe(error),
        HttpIOException { HttpRequestError: var error } => Describe(error),
        _ => "broke off in the middle of its answer",
    };

    private static string Describe(HttpRequestError error) => error switch
    {
        HttpRequestError.NameResolutionError => "gave no answer: its name cannot be resolved",
        HttpRequestError.ConnectionError => "gave no answer: no connection can be made",
        HttpRequestError.SecureConnectionError => "gave no answer: no secure connection can be made (TLS)",
        HttpRequestError.ResponseEnded => "broke off in the middle of its answer",
        HttpRequestError.ConfigurationLimitExceeded => $"sent a header larger than {NetworkHandler.LargestHeader} KiB",
        HttpRequestError.InvalidResponse => "sent something that is not HTTP",
        _ => "gave no answer: the connection failed",
    };
}
