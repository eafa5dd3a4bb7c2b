using System.Text;
using LiveQuality.ZhihuSite.Worlds;
using Xunit;
using Xunit.Sdk;

namespace LiveQuality.Crawler.Tests.Mutations;

/// <summary>That the run itself would see what it looks for.</summary>
public sealed class MutationRunTests
{
    private static readonly byte[][] Corpus = ["{\"data\":[1,2,3]}"u8.ToArray(), Encoding.UTF8.GetBytes("{\"id\":\"中文\"}")];

    [Fact]
    public void Make_OfTheSameCase_GivesTheSameInputWhateverCameBefore()
    {
        var (fresh, used) = (new Mutator(Format.Json, Corpus), new Mutator(Format.Json, Corpus));
        for (var number = 0; number < 500; number++)
        {
            used.Make(Chance.For(2, "other", number));

            Assert.True(fresh.Make(Chance.For(1, "a", number)).Span.SequenceEqual(used.Make(Chance.For(1, "a", number)).Span));
        }
    }

    [Fact]
    public void Make_OfManyCases_GivesDamageOfAllSizes()
    {
        var mutator = new Mutator(Format.Json, Corpus);
        var inputs = Enumerable.Range(0, 5_000).Select(number => mutator.Make(Chance.For(1, "a", number)).ToArray()).ToList();

        Assert.True(inputs.Select(Convert.ToHexString).Distinct().Count() > 4_500);
        Assert.Contains(inputs, input => input.Length == 0);
        Assert.Contains(inputs, input => input.Length > 50_000);
        Assert.All(inputs, input => Assert.InRange(input.Length, 0, Mutator.Largest));
    }

    [Fact]
    public async Task Run_OfAParserThatThrows_NamesTheCaseAndKeepsItsInput()
    {
        var failure = await FailureAsync(input => Assert.True(input.Length < 60), _ => long.MaxValue);

        var file = failure.Split("Its input is ")[1].Split(';')[0];
        Assert.Contains("seed ", failure, StringComparison.Ordinal);
        Assert.True(new FileInfo(file).Length >= 60);
        File.Delete(file);
    }

    [Fact]
    public async Task Run_OfAParserThatAllocatesTooMuch_Fails() =>
        Assert.Contains(
            "allocates", await FailureAsync(input => GC.KeepAlive(new byte[input.Length > 60 ? 100_000 : 1]), length => 50_000), StringComparison.Ordinal);

    [Fact]
    public async Task Run_OfAParserThatHangs_Fails()
    {
        using var never = new ManualResetEventSlim();

        Assert.Contains("takes longer", await FailureAsync(input => Hang(input.Length > 60), _ => long.MaxValue), StringComparison.Ordinal);
        never.Set();

        void Hang(bool hangs)
        {
            if (hangs)
            {
                never.Wait(TestContext.Current.CancellationToken);
            }
        }
    }

    private static async Task<string> FailureAsync(Action<ReadOnlyMemory<byte>> parse, Func<int, long> mostBytes)
    {
        var target = new MutationTarget($"test-{Guid.NewGuid()}", Format.Json, Corpus, parse, mostBytes);
        var run = new MutationRun(target, TimeSpan.FromSeconds(1));
        return (await Assert.ThrowsAsync<FailException>(() => run.RunAsync(0, 2_000, TestContext.Current.CancellationToken))).Message;
    }
}
