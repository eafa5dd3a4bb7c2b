using System.Collections.Concurrent;

namespace LiveQuality.Mining.Study.Running;

/// <summary>Long work side by side, on threads of its own: on the pool's it would leave none for Ctrl-C, whose handler runs there and would wait until all is done.</summary>
internal static class OnAllCores
{
    /// <summary>Does the work for each item, as many at a time as there are cores; items start in their order.</summary>
    /// <param name="items">The items.</param>
    /// <param name="work">The work; its token is cancelled as well when the work of another item failed.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static async Task RunAsync<T>(IEnumerable<T> items, Action<T, CancellationToken> work, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var waiting = new ConcurrentQueue<T>(items);
        await Task.WhenAll(Enumerable.Range(0, Environment.ProcessorCount).Select(_ =>
            Task.Factory.StartNew(() => Work(waiting, work, stop), stop.Token, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
    }

    private static void Work<T>(ConcurrentQueue<T> waiting, Action<T, CancellationToken> work, CancellationTokenSource stop)
    {
        var isDone = false;
        try
        {
            while (waiting.TryDequeue(out var item))
            {
                stop.Token.ThrowIfCancellationRequested();
                work(item, stop.Token);
            }

            isDone = true;
        }
        finally
        {
            if (!isDone)
            {
                stop.Cancel();
            }
        }
    }
}
