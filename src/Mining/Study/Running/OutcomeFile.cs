using System.Text.Json;
using System.Text.Json.Serialization;

namespace LiveQuality.Mining.Study.Running;

/// <summary>
/// Keeps finished units on disk, a line each, so that a study that was stopped goes on where it was. The first line says what study it is; a line that was cut off in the middle counts as not done.
/// </summary>
internal sealed class OutcomeFile : IDisposable
{
    private readonly StreamWriter _writer;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, UnitOutcome> _done = new(StringComparer.Ordinal);

    private OutcomeFile(StreamWriter writer, IEnumerable<UnitOutcome> done)
    {
        _writer = writer;
        foreach (var outcome in done)
        {
            _done[outcome.Unit] = outcome;
        }
    }

    /// <summary>Opens the file.</summary>
    /// <param name="path">Where it is, or shall be; its folder is there.</param>
    /// <param name="study">What has to be equal for results to be of use: data, settings that every unit depends on, program.</param>
    /// <param name="resume">Whether to take over what it holds; otherwise it starts empty.</param>
    /// <exception cref="MiningException">It cannot be read or written, or is that of another study.</exception>
    public static OutcomeFile Open(string path, string study, bool resume)
    {
        try
        {
            var done = resume && File.Exists(path) ? Read(path, study) : [];
            // Written anew, so that a torn last line does not stay in the middle.
            var partial = $"{path}.partial";
            File.WriteAllText(
                partial,
                string.Concat(done
                    .Select(outcome => JsonSerializer.Serialize(outcome, OutcomeJson.Default.UnitOutcome))
                    .Prepend(JsonSerializer.Serialize(study, OutcomeJson.Default.String))
                    .Select(line => line + '\n')));
            File.Move(partial, path, overwrite: true);
            return new OutcomeFile(new StreamWriter(path, append: true) { NewLine = "\n" }, done);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MiningException($"{path} cannot be written: {e.Message}", e);
        }
    }

    /// <summary>A finished unit, or null.</summary>
    public UnitOutcome? Find(StudyUnit unit)
    {
        lock (_gate)
        {
            return _done.GetValueOrDefault(unit.Key);
        }
    }

    /// <summary>Keeps a finished unit; on disk when this returns.</summary>
    public void Add(UnitOutcome outcome)
    {
        var line = JsonSerializer.Serialize(outcome, OutcomeJson.Default.UnitOutcome);
        lock (_gate)
        {
            _done[outcome.Unit] = outcome;
            _writer.WriteLine(line);
            _writer.Flush();
        }
    }

    public void Dispose() => _writer.Dispose();

    private static List<UnitOutcome> Read(string path, string study)
    {
        using var reader = new StreamReader(path);
        if (reader.ReadLine() is not { } first || TryParse(first, OutcomeJson.Default.String) != study)
        {
            throw new MiningException($"{path} is that of another study: the data, the settings or the program differ; run without --resume to start anew");
        }

        var done = new List<UnitOutcome>();
        while (reader.ReadLine() is { } line && TryParse(line, OutcomeJson.Default.UnitOutcome) is { } outcome)
        {
            done.Add(outcome);
        }

        return done;
    }

    private static T? TryParse<T>(string line, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(line, type);
        }
        catch (JsonException)
        {
            // The program was killed while it wrote the line.
            return null;
        }
    }
}

/// <summary>How outcomes are written; numbers come back to the bit.</summary>
[JsonSerializable(typeof(UnitOutcome))]
[JsonSerializable(typeof(string))]
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
internal sealed partial class OutcomeJson : JsonSerializerContext;
