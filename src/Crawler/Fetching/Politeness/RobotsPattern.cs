namespace LiveQuality.Crawler.Fetching.Politeness;

/// <summary>
/// The path of a rule: <c>*</c> stands for any characters, a closing <c>$</c> for the end (RFC 9309, section 2.2.3). Matching takes time linear in the
/// pattern and the path, whatever the pattern: each part between wildcards is looked for once, leftmost, and never given back.
/// </summary>
internal sealed class RobotsPattern
{
    private readonly string _text;
    private readonly bool _toTheEnd;

    // Of Knuth, Morris and Pratt: how much of a part still matches after a mismatch behind each of its characters.
    private readonly int[] _fallback;

    /// <param name="text">As it stands in the file.</param>
    public RobotsPattern(string text)
    {
        _toTheEnd = text.EndsWith('$');
        _text = RobotsPath.NormalisePattern(_toTheEnd ? text.AsSpan(0, text.Length - 1) : text);
        _fallback = _text.Contains('*', StringComparison.Ordinal) ? Fallbacks(_text) : [];
    }

    /// <summary>How specific the pattern is: its length in octets, wildcards included (section 2.2.2, "the most octets").</summary>
    public int Length => _text.Length + (_toTheEnd ? 1 : 0);

    /// <param name="path">Path and query in the spelling of <see cref="RobotsPath"/>.</param>
    public bool Matches(ReadOnlySpan<char> path)
    {
        var star = _text.IndexOf('*', StringComparison.Ordinal);
        if (star < 0)
        {
            return _toTheEnd ? path.SequenceEqual(_text) : path.StartsWith(_text);
        }

        if (!path.StartsWith(_text.AsSpan(0, star)))
        {
            return false;
        }

        var at = star;
        while (true)
        {
            var begin = star + 1;
            star = _text.IndexOf('*', begin);
            if (star < 0)
            {
                var last = _text.AsSpan(begin);
                return _toTheEnd ? path[at..].EndsWith(last) : Find(path, at, begin, _text.Length) >= 0;
            }

            at = Find(path, at, begin, star);
            if (at < 0)
            {
                return false;
            }
        }
    }

    // Where the part of the pattern ends in the path, looked for from `at`; -1 when it is not there.
    private int Find(ReadOnlySpan<char> path, int at, int begin, int end)
    {
        var matched = 0;
        while (matched < end - begin)
        {
            if (matched == 0)
            {
                var skip = path[at..].IndexOf(_text[begin]);
                if (skip < 0)
                {
                    return -1;
                }

                at += skip;
            }
            else if (at == path.Length)
            {
                return -1;
            }

            if (_text[begin + matched] == path[at])
            {
                matched++;
                at++;
            }
            else
            {
                matched = _fallback[begin + matched - 1];
            }
        }

        return at;
    }

    private static int[] Fallbacks(string text)
    {
        var fallbacks = new int[text.Length];
        var begin = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '*')
            {
                begin = i + 1;
            }
            else if (i > begin)
            {
                var border = fallbacks[i - 1];
                while (border > 0 && text[begin + border] != text[i])
                {
                    border = fallbacks[begin + border - 1];
                }

                fallbacks[i] = text[begin + border] == text[i] ? border + 1 : 0;
            }
        }

        return fallbacks;
    }
}
