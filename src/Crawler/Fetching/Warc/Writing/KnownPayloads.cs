using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using LiveQuality.Crawler.Fetching.Warc.Indexing;

namespace LiveQuality.Crawler.Fetching.Warc.Writing;

/// <summary>
/// Where the last whole 200 of each address is in the archive: by hashes and positions only, some 70 to 140 bytes an address (0.1 GB for a
/// million). What a revisit says of it is read from the record itself. Not safe for concurrent use.
/// </summary>
internal sealed class KnownPayloads
{
    private readonly Dictionary<UInt128, Place> _places = [];
    private readonly List<WarcReader> _files = [];

    /// <summary>Takes over what the index of an archive file says.</summary>
    /// <param name="archive">Path of the archive file; its index exists.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public void Load(string archive, CancellationToken cancellationToken)
    {
        Begin(archive);
        foreach (var line in CdxjFile.Read(archive))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (line is { Status: "200", Mime: not CdxjLine.RevisitMime } && Uri.TryCreate(line.Url, UriKind.Absolute, out var address)
                && long.TryParse(line.Timestamp, out var second))
            {
                var place = new Place(second, HashCode(line.Digest), _files.Count - 1, line.Offset);
                // Files of processes that ran side by side overlap in time, and lines of one second are not in the order of writing.
                ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(_places, Hash(RecordedAddress.Key(address)), out var exists);
                known = exists && known.CompareTo(place) > 0 ? known : place;
            }
        }
    }

    /// <summary>Further places are in this file.</summary>
    /// <param name="archive">Path of the archive file.</param>
    public void Begin(string archive) => _files.Add(new WarcReader(archive));

    /// <summary>Remembers a place that was just written.</summary>
    /// <param name="address">The address.</param>
    /// <param name="digest">Labelled digest of the payload.</param>
    /// <param name="offset">Where the record is in the file that was begun last.</param>
    public void Add(Uri address, string digest, long offset) =>
        _places[Hash(RecordedAddress.Key(address))] = new Place(long.MaxValue, HashCode(digest), _files.Count - 1, offset);

    /// <summary>The last whole 200 of an address.</summary>
    /// <param name="address">The address.</param>
    /// <param name="digest">The digest that it must have; null for any.</param>
    /// <returns>Null when there is none, or when its record can no longer be read.</returns>
    public WarcOriginal? Find(Uri address, string? digest)
    {
        if (!_places.TryGetValue(Hash(RecordedAddress.Key(address)), out var place) || (digest is not null && place.Digest != HashCode(digest)))
        {
            return null;
        }

        try
        {
            var original = WarcOriginal.Of(_files[place.File].ReadAt(new WarcPosition(place.Offset, 0)));
            return original is not null && (digest is null || original.PayloadDigest == digest) ? original : null;
        }
        // The index was wrong or the file has gone since: the answer is then archived in full.
        catch (RecordingException)
        {
            return null;
        }
    }

    // Spares reading most records that have another digest; one that has it is compared in full.
    private static int HashCode(string digest) => string.GetHashCode(digest, StringComparison.Ordinal);

    private static UInt128 Hash(string text) => BinaryPrimitives.ReadUInt128BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private readonly record struct Place(long Second, int Digest, int File, long Offset) : IComparable<Place>
    {
        public int CompareTo(Place other) => (Second, File, Offset).CompareTo((other.Second, other.File, other.Offset));
    }
}
