namespace LiveQuality.Worker.Progress;

/// <summary>Shows people how far a step is while it runs.</summary>
internal interface IProgressView
{
    Task<T> ShowAsync<T>(string title, Func<IProgress<StepProgress>, Task<T>> step);
}
