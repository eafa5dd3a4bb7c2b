using LiveQuality.Worker.Jobs;
using Quartz;
using Xunit;

namespace LiveQuality.Worker.Tests.Jobs;

public sealed class StepJobTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 1, 59, 30, TimeSpan.Zero);

    [Theory]
    [InlineData(0, 3600, 60)]
    [InlineData(1, 3600, 120)]
    [InlineData(1, null, 120)]
    // Used up.
    [InlineData(2, null, null)]
    // The next time comes first: nobody may wait for a retry that Quartz leaves out.
    [InlineData(0, 30, null)]
    [InlineData(0, 61, null)]
    [InlineData(0, 62, 60)]
    public void RetryAt_AfterAFailure_IsWhenQuartzTriesAgain(int attempt, int? secondsToNext, int? expected)
    {
        var policy = new ScheduleOptions { Retries = 2, RetryDelay = TimeSpan.FromMinutes(1) }.RetryPolicy;

        var then = StepJob.RetryAt(policy, attempt, secondsToNext is { } seconds ? Now.AddSeconds(seconds) : null, Now);

        Assert.Equal(expected, (then - Now)?.TotalSeconds);
    }

    [Fact]
    public void RetryAt_NoRetriesAgreed_IsNever()
    {
        Assert.Null(StepJob.RetryAt(policy: null, 0, nextTime: null, Now));
        Assert.Null(StepJob.RetryAt(RetryPolicy.None, 0, nextTime: null, Now));
    }
}
