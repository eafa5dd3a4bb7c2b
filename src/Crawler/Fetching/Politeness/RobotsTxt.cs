using System.Text;

namespace LiveQuality.Crawler.Fetching.Politeness;

/// <summary>
/// A robots.txt by RFC 9309. Lines end in CR, LF or both; keys are case-insensitive; <c>#</c> begins a comment anywhere; what is no rule is skipped and
/// ends no group (section 2.2.4). Whatever the bytes are, the result is rules, perhaps none, and never an exception.
/// </summary>
internal sealed class RobotsTxt
{
    /// <summary>Where the file is, on every host.</summary>
    public const string Path = "/robots.txt";

    /// <summary>Bytes that are read (section 2.5); they hold at most some 64,000 rules, which bounds everything else.</summary>
    public const int LargestFile = 500 * 1024;

    private const string Everybody = "*";

    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    private readonly List<Group> _groups = [];

    private RobotsTxt()
    {
    }

    /// <summary>Reads a file.</summary>
    /// <param name="file">Its bytes; what is beyond <see cref="LargestFile"/> is ignored.</param>
    public static RobotsTxt Parse(ReadOnlyMemory<byte> file) => Parse(Decode(file.Span));

    /// <summary>Reads a file that was decoded before.</summary>
    public static RobotsTxt Parse(string text)
    {
        var robots = new RobotsTxt();
        var number = 0;
        var lines = text.AsSpan();
        while (!lines.IsEmpty)
        {
            var end = lines.IndexOfAny('\r', '\n');
            var line = end < 0 ? lines : lines[..end];
            var next = end < 0 ? lines.Length : end + (lines[end..].StartsWith("\r\n") ? 2 : 1);
            lines = lines[next..];
            robots.Read(++number, line);
        }

        return robots;
    }

    /// <summary>
    /// The bytes as text, without a byte order mark. Of a file that is too large the last line, which was cut, is dropped: half a rule says something else
    /// than the whole one.
    /// </summary>
    public static string Decode(ReadOnlySpan<byte> file)
    {
        if (file.Length > LargestFile)
        {
            // One byte more shows whether the last line ends there.
            file = file[..(LargestFile + 1)];
            file = file[..(file.LastIndexOfAny((byte)'\r', (byte)'\n') + 1)];
        }

        return Encoding.UTF8.GetString(file[file.CommonPrefixLength(ByteOrderMark)..]);
    }

    /// <summary>The token that names a crawler in a file: <c>LiveQuality</c> of <c>LiveQuality/1.0</c> (section 2.2.1).</summary>
    /// <param name="userAgent">What the crawler calls itself, or the value of a <c>User-agent</c> line.</param>
    public static string Product(ReadOnlySpan<char> userAgent)
    {
        var length = 0;
        while (length < userAgent.Length && (char.IsAsciiLetter(userAgent[length]) || userAgent[length] is '-' or '_'))
        {
            length++;
        }

        return userAgent[..length].ToString();
    }

    /// <summary>What the file says to a crawler: all groups that name it, and only where none does, all for everybody (section 2.2.1).</summary>
    /// <param name="product">The token of <see cref="Product"/>.</param>
    public RobotsRules For(string product)
    {
        var named = _groups.FindAll(group => product.Length > 0 && group.Agents.Contains(product));
        var groups = named.Count > 0 ? named : _groups.FindAll(group => group.Agents.Contains(Everybody));
        return new RobotsRules(groups.SelectMany(group => group.Rules), groups.Max(group => group.Delay));
    }

    private static string? Agent(ReadOnlySpan<char> value) =>
        value is ['*'] or ['*', ' ' or '\t', ..] ? Everybody : Product(value) is { Length: > 0 } product ? product : null;

    private void Read(int number, ReadOnlySpan<char> line)
    {
        var comment = line.IndexOf('#');
        line = comment < 0 ? line : line[..comment];
        var colon = line.IndexOf(':');
        if (colon < 0)
        {
            return;
        }

        Span<char> key = stackalloc char["request-rate".Length];
        var length = line[..colon].Trim().ToLowerInvariant(key);
        var value = line[(colon + 1)..].Trim();
        switch (length < 0 ? [] : key[..length])
        {
            case "user-agent":
                Name(value);
                break;
            case "allow":
                Add(new RobotsRule(number, Allows: true, value.ToString()));
                break;
            case "disallow":
                Add(new RobotsRule(number, Allows: false, value.ToString()));
                break;
            case "crawl-delay":
                Slow(RequestDelay.FromCrawlDelay(value));
                break;
            case "request-rate":
                Slow(RequestDelay.FromRequestRate(value));
                break;
        }
    }

    // Further names before the first rule belong to the same group; a delay between them is no rule of the RFC and ends nothing.
    private void Name(ReadOnlySpan<char> value)
    {
        if (_groups is not [.., { HasBegun: false }])
        {
            _groups.Add(new Group());
        }

        if (Agent(value) is { } agent)
        {
            _groups[^1].Agents.Add(agent);
        }
    }

    private void Add(RobotsRule rule)
    {
        if (_groups is not [.., var group])
        {
            return;
        }

        // An empty path says nothing, but it is a rule: it ends the names (section 2.2.2). No address begins with anything else than these two.
        group.HasBegun = true;
        if (rule.Path is ['/' or '*', ..])
        {
            group.Rules.Add(rule);
        }
    }

    private void Slow(TimeSpan? delay)
    {
        if (_groups is [.., var group] && !(delay <= group.Delay))
        {
            group.Delay = delay ?? group.Delay;
        }
    }

    private sealed class Group
    {
        public HashSet<string> Agents { get; } = new(StringComparer.OrdinalIgnoreCase);

        public List<RobotsRule> Rules { get; } = [];

        public TimeSpan? Delay { get; set; }

        public bool HasBegun { get; set; }
    }
}
