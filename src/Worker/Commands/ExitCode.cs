namespace LiveQuality.Worker.Commands;

/// <summary>What the program tells its caller.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int BadUsage = 2;

    /// <summary>The site has turned the crawl away: captcha wall, risk control, login. Somebody should look.</summary>
    public const int Refused = 3;

    /// <summary>robots.txt forbids the crawl.</summary>
    public const int Forbidden = 4;

    /// <summary>Nothing more may be sent for now; the same command goes on later.</summary>
    public const int Paused = 5;
}
