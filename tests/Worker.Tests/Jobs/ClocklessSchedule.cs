using LiveQuality.Worker.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LiveQuality.Worker.Tests.Jobs;

/// <summary>A schedule that no clock fires while a test looks: every job is on, and its next time is decades away. With the default times, what a test meets would depend on when it is run.</summary>
internal static class ClocklessSchedule
{
    private const string DecadesAway = "0 0 0 1 1 ? 2099";

    /// <summary>For a service in a process of its own.</summary>
    public static IEnumerable<(string Key, string Value)> Settings => JobCatalog.All.Select(job => ($"{ScheduleOptions.Section}:{job.Key}", DecadesAway));

    /// <summary>For a service in this process, before it starts.</summary>
    public static void Set(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<ScheduleOptions>>().Value;
        foreach (var job in JobCatalog.All)
        {
            typeof(ScheduleOptions).GetProperty(job.Key)!.SetValue(options, DecadesAway);
        }
    }
}
