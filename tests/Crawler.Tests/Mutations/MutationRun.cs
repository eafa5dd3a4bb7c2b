using System.Diagnostics;
using System.Globalization;
using LiveQuality.ZhihuSite.Worlds;
using Xunit;

namespace LiveQuality.Crawler.Tests.Mutations;

/// <summary>
/// Feeds a parser with mutated inputs: a short slice of them, or a million for each parser with
/// <c>LIVEQUALITY_MUTATIONS=1000000 dotnet test -c Release --project tests/Crawler.Tests --filter-namespace "*Mutations" --show-live-output on</c>.
/// <c>LIVEQUALITY_MUTATION_SEED</c> makes others, <c>LIVEQUALITY_MUTATION_CASE</c> repeats one alone: a case depends on seed and number only, and the
/// input of the first that fails is saved as a file. What kills the process, as a stack overflow does, is found by halving the count.
/// </summary>
/// <param name="target">The parser.</param>
/// <param name="hang">How long one case may take; generous, as it guards against hangs and measures nothing.</param>
internal sealed class MutationRun(MutationTarget target, TimeSpan hang)
{
    private const int Slice = 4_000;
    private const int DefaultSeed = 20181124;
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(30);

    private readonly Mutator _mutator = new(target.Format, target.Corpus);
    private readonly int _seed = Number("LIVEQUALITY_MUTATION_SEED") ?? DefaultSeed;
    private ReadOnlyMemory<byte> _input;
    private long _startedAt;
    private int _case;
    private (double Share, int Case, int Length) _largest;

    /// <summary>Runs as many cases as the environment says.</summary>
    public static Task RunAsync(MutationTarget target)
    {
        var only = Number("LIVEQUALITY_MUTATION_CASE");
        var count = only is null ? Number("LIVEQUALITY_MUTATIONS") ?? Slice : 1;
        return new MutationRun(target, Hang).RunAsync(only ?? 0, count, TestContext.Current.CancellationToken);
    }

    /// <summary>Runs some cases.</summary>
    /// <param name="first">Number of the first.</param>
    /// <param name="count">How many.</param>
    /// <param name="cancellationToken">Stops between two cases.</param>
    public async Task RunAsync(int first, int count, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        Volatile.Write(ref _startedAt, started);
        // A thread of its own: what hangs cannot be stopped, only left behind.
        var work = Task.Factory.StartNew(() => Run(first, count, cancellationToken), cancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        while (await Task.WhenAny(work, Task.Delay(hang / 10, cancellationToken)) != work)
        {
            if (Stopwatch.GetElapsedTime(Volatile.Read(ref _startedAt)) > hang)
            {
                Assert.Fail(Told($"takes longer than {hang.TotalSeconds} s"));
            }
        }

        await work;
        using var process = Process.GetCurrentProcess();
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{target.Name}: {count} inputs, seed {_seed}, {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s, "
            + $"at most {_largest.Share:P0} of the allocations allowed (case {_largest.Case} of {_largest.Length} bytes), "
            + $"peak of the process {process.PeakWorkingSet64 >> 20} MiB");
    }

    private void Run(int first, int count, CancellationToken cancellationToken)
    {
        // Sound inputs must pass; they also pay for what is made once.
        foreach (var sound in target.Corpus)
        {
            target.Parse(sound);
        }

        for (var number = first; number < first + count; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _case = number;
            _input = _mutator.Make(Chance.For(_seed, target.Name, number));
            Volatile.Write(ref _startedAt, Stopwatch.GetTimestamp());
            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                target.Parse(_input);
            }
            // Whatever it is, it is what is looked for.
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                Assert.Fail(Told($"fails: {e}"));
            }

            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            var most = target.MostBytes(_input.Length);
            if (allocated > most * _largest.Share)
            {
                _largest = ((double)allocated / most, number, _input.Length);
            }

            if (allocated > most)
            {
                Assert.Fail(Told($"allocates {allocated} bytes for {_input.Length}, more than {most}"));
            }
        }
    }

    private string Told(string what)
    {
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "mutations")).FullName;
        var file = Path.Combine(folder, $"{target.Name}-{_seed}-{_case}.bin");
        File.WriteAllBytes(file, _input.Span);
        return $"{target.Name}: seed {_seed}, case {_case} {what}\n"
            + $"Its input is {file}; again: LIVEQUALITY_MUTATION_SEED={_seed} LIVEQUALITY_MUTATION_CASE={_case}";
    }

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : null;
}
