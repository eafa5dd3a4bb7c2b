namespace LiveQuality.Mining.Tests.Faces.Training;

/// <summary>Hears at once; <see cref="Progress{T}"/> hears later, on another thread.</summary>
internal sealed class Listener<T>(Action<T> hear) : IProgress<T>
{
    public void Report(T value) => hear(value);
}
