namespace LiveQuality.Worker.Progress;

/// <summary>Shows people how far a step is while it runs.</summary>
internal interface IProgressView
{
    /// <summary>One bar.</summary>
    /// <param name="title">What it is of.</param>
    /// <param name="step">Gets the bar.</param>
    Task<T> ShowAsync<T>(string title, Func<IProgress<StepProgress>, Task<T>> step) => ShowAllAsync([title], bars => step(bars[0]));

    /// <summary>Several bars at once, one below the other.</summary>
    /// <param name="titles">A bar each.</param>
    /// <param name="step">Gets the bars, in the order of the titles.</param>
    Task<T> ShowAllAsync<T>(IReadOnlyList<string> titles, Func<IReadOnlyList<IProgress<StepProgress>>, Task<T>> step);
}
