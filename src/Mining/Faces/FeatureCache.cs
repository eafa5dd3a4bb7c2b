using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using LiveQuality.Mining.Faces.Embedding;

namespace LiveQuality.Mining.Faces;

/// <summary>
/// What nets said of the faces of a data set, on disk: training and evaluation read each face many times, the nets once. A file a stack of nets, and further ones for processes that run at once; its records are keyed by the picture's hash, so that they serve every data set
/// that holds the picture.
/// </summary>
/// <remarks>A record that was cut short by a crash is dropped when the file is opened.</remarks>
internal sealed class FeatureCache : IDisposable
{
    private const string Extension = ".features";
    private const int MostFiles = 8;
    private const int HashBytes = SHA256.HashSizeInBytes;

    private readonly FileStream _file;
    private readonly IReadOnlyList<FeatureBlock> _blocks;
    private readonly int _recordBytes;
    private readonly Dictionary<string, long> _places = new(StringComparer.Ordinal);
    private readonly Lock _oneAtATime = new();

    /// <param name="folder">Made if it is missing.</param>
    /// <param name="id">Id of the reader: another id is another file.</param>
    /// <param name="blocks">What it says.</param>
    /// <exception cref="MiningException">The folder cannot be written to.</exception>
    public FeatureCache(string folder, string id, IReadOnlyList<FeatureBlock> blocks)
    {
        _blocks = blocks;
        _recordBytes = HashBytes + sizeof(int) + (blocks.Sum(block => block.Length) * sizeof(float));
        try
        {
            Directory.CreateDirectory(folder);
            _file = OpenFree(Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))[..16]));
            Index();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MiningException($"{folder}: the cache of features cannot be opened ({e.Message.ReplaceLineEndings(" ")})", e);
        }
    }

    /// <summary>The reading of a picture, from the cache or made and kept.</summary>
    /// <param name="bytes">The picture.</param>
    /// <param name="read">Makes it.</param>
    public FaceReading Get(byte[] bytes, Func<byte[], FaceReading> read)
    {
        var key = Convert.ToHexStringLower(SHA256.HashData(bytes));
        lock (_oneAtATime)
        {
            if (_places.TryGetValue(key, out var place))
            {
                return Load(place);
            }
        }

        var made = read(bytes);
        lock (_oneAtATime)
        {
            return _places.ContainsKey(key) ? made : Keep(key, made);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    // Each process has a file of its own while another writes to the first: they share nothing, and wait for nobody.
    private static FileStream OpenFree(string path)
    {
        for (var file = 0; ; file++)
        {
            try
            {
                return new FileStream($"{path}.{file}{Extension}", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (file + 1 < MostFiles)
            {
                // Taken, most likely; if not, the last one says what is wrong.
            }
        }
    }

    private void Index()
    {
        _file.SetLength(_file.Length / _recordBytes * _recordBytes);
        var hash = new byte[HashBytes];
        for (long place = 0; place < _file.Length; place += _recordBytes)
        {
            _file.Position = place;
            _file.ReadExactly(hash);
            _places[Convert.ToHexStringLower(hash)] = place;
        }
    }

    // The quality of a face is not kept: nothing that learns reads it.
    private FaceReading Load(long place)
    {
        var record = new byte[_recordBytes - HashBytes];
        _file.Position = place + HashBytes;
        _file.ReadExactly(record);
        var outcome = (FaceOutcome)BinaryPrimitives.ReadInt32LittleEndian(record);
        if (outcome != FaceOutcome.Face)
        {
            return new FaceReading(outcome, null, null, null);
        }

        var numbers = MemoryMarshal.Cast<byte, float>(record.AsSpan(sizeof(int)));
        var values = new float[_blocks.Count][];
        for (var (block, at) = (0, 0); block < _blocks.Count; at += _blocks[block++].Length)
        {
            values[block] = numbers.Slice(at, _blocks[block].Length).ToArray();
        }

        return new FaceReading(outcome, null, null, new FaceFeatures(_blocks, values));
    }

    private FaceReading Keep(string key, FaceReading made)
    {
        var record = new byte[_recordBytes];
        Convert.FromHexString(key).CopyTo(record, 0);
        BinaryPrimitives.WriteInt32LittleEndian(record.AsSpan(HashBytes), (int)made.Outcome);
        var numbers = MemoryMarshal.Cast<byte, float>(record.AsSpan(HashBytes + sizeof(int)));
        foreach (var block in made.Features?.Values ?? [])
        {
            block.CopyTo(numbers);
            numbers = numbers[block.Length..];
        }

        var place = _file.Length;
        try
        {
            _file.Position = place;
            _file.Write(record);
        }
        catch (IOException e)
        {
            throw new MiningException($"{_file.Name}: the cache of features cannot be written ({e.Message.ReplaceLineEndings(" ")})", e);
        }

        // Only now: what could not be written is not there.
        _places[key] = place;
        return made;
    }
}
