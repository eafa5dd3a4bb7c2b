namespace LiveQuality.Worker.Hosting;

/// <summary>Pauses of what is tried until it works: each twice as long as the one before, up to a longest.</summary>
internal static class Backoff
{
    public static TimeSpan After(TimeSpan pause, TimeSpan longest) => pause * 2 < longest ? pause * 2 : longest;
}
