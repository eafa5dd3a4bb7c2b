namespace LiveQuality.Worker.Progress;

/// <summary>How far the steps of the service are: a line in the log now and then, and the newest state in memory for the dashboard.</summary>
internal sealed partial class JobProgress(TimeProvider time, ILogger<JobProgress> logger) : IProgressView
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    private readonly TimeProvider _time = time;
    private readonly ILogger _logger = logger;
    private readonly Lock _lock = new();
    private readonly List<Line> _lines = [];

    /// <summary>Steps that run now, in the order in which they began.</summary>
    public IReadOnlyList<(string Title, StepProgress Progress)> Current
    {
        get
        {
            lock (_lock)
            {
                return [.. _lines.Select(line => (line.Title, line.Newest))];
            }
        }
    }

    public async Task<T> ShowAllAsync<T>(IReadOnlyList<string> titles, Func<IReadOnlyList<IProgress<StepProgress>>, Task<T>> step)
    {
        Line[] lines = [.. titles.Select(title => new Line(title, this))];
        lock (_lock)
        {
            _lines.AddRange(lines);
        }

        try
        {
            return await step(lines);
        }
        finally
        {
            lock (_lock)
            {
                _lines.RemoveAll(lines.Contains);
            }
        }
    }

    private sealed class Line(string title, JobProgress all) : IProgress<StepProgress>
    {
        private DateTimeOffset _next = all._time.GetUtcNow() + Interval;

        public string Title => title;

        public StepProgress Newest { get; private set; }

        public void Report(StepProgress value)
        {
            lock (all._lock)
            {
                Newest = value;
                var now = all._time.GetUtcNow();
                if (now < _next)
                {
                    return;
                }

                _next = now + Interval;
            }

            Log.Progress(all._logger, title, value.Done, value.Total, value.Note);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "{Title}: {Done:N0} of {Total:N0}; {Note}")]
        public static partial void Progress(ILogger logger, string title, long done, long total, string note);
    }
}
