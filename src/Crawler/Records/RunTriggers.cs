namespace LiveQuality.Crawler.Records;

/// <summary>Who started a run.</summary>
public static class RunTriggers
{
    /// <summary>A person typed it.</summary>
    public const string Command = "command";

    /// <summary>Its time had come.</summary>
    public const string Schedule = "schedule";

    /// <summary>Another run that ended well: a crawl leads to a training, a training to scores.</summary>
    public const string Chain = "chain";

    /// <summary>Somebody asked for it over HTTP.</summary>
    public const string Api = "api";

    /// <summary>It stands for times of the schedule that nothing ran at.</summary>
    public const string Backfill = "backfill";

    /// <summary>The run before it did not come to its end: it died with its machine or process, the service was stopped, or was not there to try again.</summary>
    public const string Recovery = "recovery";
}
