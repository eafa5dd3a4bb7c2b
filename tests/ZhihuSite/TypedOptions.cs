using System.Globalization;

namespace LiveQuality.ZhihuSite;

/// <summary>A command line taken apart: words, options with a value and flags.</summary>
internal sealed class TypedOptions
{
    private static readonly string[] Valued = ["--port", "--seed", "--lives", "--faults", "--fault-seed", "--robots"];
    private static readonly string[] Flags = ["--etags", "--compress"];
    private readonly Dictionary<string, string> _values;

    private TypedOptions(IReadOnlyList<string> words, Dictionary<string, string> values) => (Words, _values) = (words, values);

    /// <summary>What stands without dashes, in order.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>Takes a command line apart.</summary>
    /// <exception cref="FormatException">Names the option that is unknown or lacks its value.</exception>
    public static TypedOptions Read(string[] args)
    {
        var words = new List<string>();
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < args.Length; i++)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal))
            {
                words.Add(args[i]);
            }
            else if (Flags.Contains(args[i]))
            {
                values[args[i]] = "";
            }
            else if (!Valued.Contains(args[i]))
            {
                throw new FormatException($"there is no option {args[i]}");
            }
            else
            {
                values[args[i]] = i + 1 < args.Length ? args[++i] : throw new FormatException($"{args[i]} needs a value");
            }
        }

        return new TypedOptions(words, values);
    }

    public bool Has(string name) => _values.ContainsKey(name);

    /// <summary>Whether nothing was typed but these.</summary>
    public bool AreAllOf(IReadOnlyList<string> names) => _values.Keys.All(names.Contains);

    public string? Text(string name) => _values.GetValueOrDefault(name);

    /// <exception cref="FormatException">Names the option and what it wants.</exception>
    public int Number(string name, int missing, int least = 0) =>
        !_values.TryGetValue(name, out var text) ? missing
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least ? number
        : throw new FormatException($"{name} wants a whole number of {least} or more, not '{text}'");
}
