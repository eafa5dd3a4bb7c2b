using System.Buffers;
using LiveQuality.ZhihuSite.Worlds;

namespace LiveQuality.Crawler.Tests.Mutations;

/// <summary>
/// Makes damaged inputs out of sound ones. The same chance gives the same input, whatever was made before; the input's memory is used again for
/// the next one.
/// </summary>
internal sealed class Mutator(Format format, IReadOnlyList<byte[]> corpus)
{
    /// <summary>Bytes of the largest input.</summary>
    public const int Largest = 256 * 1024;

    private const int MostSteps = 6;
    private const int LongestChunk = 200;

    // One step in so many makes an input large: more would leave no time for the small ones.
    private const int RarelyLarge = 100;

    private static readonly SearchValues<byte> Separators = SearchValues.Create("\" \r\n,:/<"u8);

    private readonly byte[] _bytes = new byte[Largest];
    private readonly byte[] _piece = new byte[Largest];
    private int _length;

    private Span<byte> Bytes => _bytes.AsSpan(0, _length);

    /// <summary>The next input, valid until the one after it.</summary>
    public ReadOnlyMemory<byte> Make(Random chance)
    {
        _length = 0;
        Replace(0, 0, chance.Pick(corpus));
        for (var left = chance.Next(1, MostSteps + 1); left > 0; left--)
        {
            Step(chance);
        }

        return _bytes.AsMemory(0, _length);
    }

    private void Step(Random chance)
    {
        var at = chance.Next(_length + 1);
        var length = Math.Min(chance.Next(1, chance.NextBool(0.5) ? 9 : LongestChunk), _length - at);
        switch (chance.Next(14))
        {
            case 0 when at < _length:
                _bytes[at] ^= (byte)(1 << chance.Next(8));
                break;
            case 1 when at < _length:
                _bytes[at] = (byte)chance.Next(256);
                break;
            case 2:
                chance.NextBytes(_piece.AsSpan(0, length));
                Replace(at, 0, _piece.AsSpan(0, length));
                break;
            case 3:
                Replace(at, 0, chance.Pick(format.Tokens));
                break;
            case 4:
                Replace(at, length, chance.Pick(format.Tokens));
                break;
            case 5:
                Replace(at, length, []);
                break;
            case 6:
                Repeat(at, Bytes.Slice(at, length), Times(chance, 8));
                break;
            case 7:
                Splice(chance, at);
                break;
            case 8:
                ReplaceNumber(chance, at);
                break;
            case 9:
                Nest(chance, at, length);
                break;
            case 10:
                // In the middle of a character, as likely as not: the corpus is mostly Chinese.
                _length = at;
                break;
            case 11:
                Move(chance, at, length);
                break;
            case 12:
                Repeat(at, chance.Pick(format.Tokens), Times(chance, 8));
                break;
            default:
                ReplaceWord(chance, at);
                break;
        }
    }

    // Mostly small: a large input costs as much time as a thousand small ones.
    private static int Times(Random chance, int usual) => chance.Next(RarelyLarge) == 0 ? chance.Next(1, 20_000) : chance.Next(1, usual);

    // The beginning of this input with the end of another, or a chunk of the other in the middle.
    private void Splice(Random chance, int at)
    {
        var other = chance.Pick(corpus).AsSpan();
        other = other[chance.Next(other.Length + 1)..];
        if (chance.NextBool(0.5))
        {
            Replace(at, _length - at, other);
        }
        else
        {
            Replace(at, 0, other[..Math.Min(other.Length, chance.Next(1, LongestChunk))]);
        }
    }

    private void ReplaceNumber(Random chance, int at)
    {
        var digit = Bytes[at..].IndexOfAnyInRange((byte)'0', (byte)'9');
        if (digit < 0)
        {
            return;
        }

        var end = Bytes[(at + digit)..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        Replace(at + digit, end < 0 ? _length - at - digit : end, chance.Pick(format.Tokens));
    }

    // Between two quotes, blanks or line ends: whole values and names change places with words of the format.
    private void ReplaceWord(Random chance, int at)
    {
        var begin = Bytes[at..].IndexOfAny(Separators) + 1;
        if (begin > 0)
        {
            var end = Bytes[(at + begin)..].IndexOfAny(Separators);
            Replace(at + begin, Math.Max(0, end), chance.Pick(format.Tokens));
        }
    }

    private void Nest(Random chance, int at, int length)
    {
        var (open, close) = chance.Pick(format.Nestings);
        var depth = Times(chance, 40);
        // Unbalanced at times.
        Repeat(at + length, close, Math.Max(0, depth - (chance.NextBool(0.2) ? 1 : 0)));
        Repeat(at, open, depth);
    }

    private void Move(Random chance, int at, int length)
    {
        Bytes.Slice(at, length).CopyTo(_piece);
        Replace(at, length, []);
        Replace(chance.Next(_length + 1), 0, _piece.AsSpan(0, length));
    }

    private void Repeat(int at, ReadOnlySpan<byte> chunk, int times)
    {
        var length = 0;
        for (; times > 0 && length + chunk.Length <= _piece.Length; times--, length += chunk.Length)
        {
            chunk.CopyTo(_piece.AsSpan(length));
        }

        Replace(at, 0, _piece.AsSpan(0, length));
    }

    // What no longer fits is cut off.
    private void Replace(int at, int length, ReadOnlySpan<byte> put)
    {
        at = Math.Min(at, _length);
        put = put[..Math.Min(put.Length, Largest - at)];
        var rest = Bytes[Math.Min(_length, at + length)..];
        rest = rest[..Math.Min(rest.Length, Largest - at - put.Length)];
        rest.CopyTo(_bytes.AsSpan(at + put.Length));
        put.CopyTo(_bytes.AsSpan(at));
        _length = at + put.Length + rest.Length;
    }
}
