using Spectre.Console;

namespace LiveQuality.Worker.Progress;

/// <summary>A bar with counts and time left, on a terminal.</summary>
internal sealed class BarProgressView(IAnsiConsole terminal) : IProgressView
{
    public Task<T> ShowAllAsync<T>(IReadOnlyList<string> titles, Func<IReadOnlyList<IProgress<StepProgress>>, Task<T>> step) => terminal
        .Progress()
        .Columns(
            new TaskDescriptionColumn { Alignment = Justify.Left },
            new ProgressBarColumn(),
            new PercentageColumn(),
            new RemainingTimeColumn())
        .StartAsync(async context =>
        {
            var tasks = titles.Select(title => context.AddTask(Markup.Escape(title))).ToArray();
            var result = await step([.. titles.Zip(tasks, (title, task) => new Bar(title, task))]);
            foreach (var task in tasks)
            {
                task.Value = task.MaxValue;
            }

            return result;
        });

    private sealed class Bar(string title, ProgressTask task) : IProgress<StepProgress>
    {
        public void Report(StepProgress value)
        {
            task.MaxValue = Math.Max(value.Total, 1);
            task.Value = value.Done;
            task.Description = Markup.Escape(value.Note.Length == 0 ? title : $"{title}: {value.Note}");
        }
    }
}
