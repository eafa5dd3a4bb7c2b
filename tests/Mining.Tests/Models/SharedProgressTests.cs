using LiveQuality.Mining.Models;
using Xunit;

namespace LiveQuality.Mining.Tests.Models;

public sealed class SharedProgressTests
{
    private readonly List<FitProgress> _heard = [];

    [Fact]
    public void Report_OfSeveralTrainings_AddsUp()
    {
        var shared = new SharedProgress(new Ear(_heard), 3);

        shared.Of(0).Report(new FitProgress(1, 10, 0.5));
        shared.Of(2).Report(new FitProgress(1, 10, 0.4));
        shared.Of(0).Report(new FitProgress(2, 10, 0.3));

        Assert.Equal([new(1, 30, 0.5), new(2, 30, 0.4), new(3, 30, 0.3)], _heard);
    }

    [Fact]
    public void End_OfATrainingThatStoppedEarly_CountsTheRestAsDone()
    {
        var shared = new SharedProgress(new Ear(_heard), 2);

        shared.Of(0).Report(new FitProgress(4, 10, 0.5));
        shared.End(0);
        shared.Of(1).Report(new FitProgress(1, 10, 0.4));
        shared.End(1);

        Assert.Equal([4, 10, 11, 20], _heard.Select(report => report.Epoch));
        Assert.All(_heard, report => Assert.Equal(20, report.Epochs));
    }

    [Fact]
    public void Report_NobodyListens_IsNothing()
    {
        var shared = new SharedProgress(null, 1);

        shared.Of(0).Report(new FitProgress(1, 1, 0));
        shared.End(0);

        Assert.Empty(_heard);
    }

    private sealed class Ear(List<FitProgress> heard) : IProgress<FitProgress>
    {
        public void Report(FitProgress value) => heard.Add(value);
    }
}
