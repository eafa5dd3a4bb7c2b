namespace LiveQuality.Worker.Jobs;

/// <summary>A job as people see it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Cron">When it runs, in Asia/Shanghai; empty where it is switched off.</param>
/// <param name="NextFire">When it runs next, UTC; null where it does not.</param>
/// <param name="PreviousFire">When its time last came, UTC; null where that was before the service started, or never.</param>
/// <param name="Running">Whether it runs now, here or on another machine of the cluster.</param>
internal sealed record JobInfo(string Name, string Cron, DateTimeOffset? NextFire, DateTimeOffset? PreviousFire, bool Running);
