using System.Globalization;

namespace LiveQuality.Worker.Progress;

/// <summary>A line now and then, where the output is no terminal.</summary>
internal sealed class PlainProgressView(TextWriter output, TimeProvider time) : IProgressView
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    public Task<T> ShowAllAsync<T>(IReadOnlyList<string> titles, Func<IReadOnlyList<IProgress<StepProgress>>, Task<T>> step) =>
        step([.. titles.Select(title => new Lines(title, output, time))]);

    private sealed class Lines(string title, TextWriter output, TimeProvider time) : IProgress<StepProgress>
    {
        private readonly DateTimeOffset _start = time.GetUtcNow();
        private DateTimeOffset _next = time.GetUtcNow() + Interval;

        public void Report(StepProgress value)
        {
            var now = time.GetUtcNow();
            if (now < _next)
            {
                return;
            }

            _next = now + Interval;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{title}: {value.Done:N0} of {value.Total:N0}, {Left(value, now)}; {value.Note}"));
        }

        private string Left(StepProgress value, DateTimeOffset now) => value.Done > 0
            ? string.Create(CultureInfo.InvariantCulture, $"about {(now - _start) * Math.Max(0, value.Total - value.Done) / value.Done:hh\\:mm\\:ss} left")
            : "time left unknown";
    }
}
