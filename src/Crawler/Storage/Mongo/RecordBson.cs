using LiveQuality.Crawler.Records;
using MongoDB.Bson;
using MongoDB.Bson.Serialization;
using MongoDB.Bson.Serialization.Conventions;
using MongoDB.Bson.Serialization.Serializers;

namespace LiveQuality.Crawler.Storage.Mongo;

/// <summary>Records as BSON documents that look native: <c>_id</c>, camelCase, BSON dates, binary weights, no nulls.</summary>
/// <remarks>
/// Class maps rather than a bridge from JSON: a JSON text does not say which strings are dates or bytes and which numbers are doubles, the type does; and
/// the driver's conventions do it in a few lines. Elements that nobody here knows (a newer version's, an operator's note, <see cref="Revision"/>) are skipped.
/// </remarks>
internal static class RecordBson
{
    /// <summary>Grows with every write of a document; a write is guarded by the one it read.</summary>
    public const string Revision = "_rev";

    // The server's limit is 16 MiB a document; the margin is for the revision.
    private const int MaxBytes = (16 * 1024 * 1024) - 64;

    private static readonly ConventionPack Pack =
    [
        new CamelCaseElementNameConvention(),
        new IgnoreIfNullConvention(true),
        new IgnoreExtraElementsConvention(true),
        new ShapeConvention(),
        new DateConvention(),
    ];

    static RecordBson() => ConventionRegistry.Register("LiveQuality records", Pack, type => type.Namespace == typeof(IRecord).Namespace);

    /// <summary>Makes the conventions known; needed before the driver meets a record type for the first time.</summary>
    public static void Register()
    {
        // The work is the static constructor's, which runs once.
    }

    /// <summary>The record as it will be read back, and its size checked.</summary>
    /// <remarks>
    /// BSON dates are UTC milliseconds. A record is cut to that before it is compared with the stored one: else a time with microseconds, or in another
    /// offset, would look changed at every write.
    /// </remarks>
    /// <exception cref="StoreException">It is too large for MongoDB, or holds text that is no Unicode.</exception>
    public static T AsStored<T>(string collection, T record)
        where T : class, IRecord
    {
        try
        {
            var bytes = record.ToBson();
            return bytes.Length <= MaxBytes
                ? BsonSerializer.Deserialize<T>(bytes)
                : throw new StoreException($"{collection} {record.Id} has {bytes.Length:N0} bytes; MongoDB keeps at most {MaxBytes:N0} a document");
        }
        catch (Exception e) when (e is BsonException or FormatException or ArgumentException)
        {
            throw new StoreException($"{collection} {record.Id} cannot be written: {e.Message}", e);
        }
    }

    public static BsonDocument Write<T>(T record, long revision)
        where T : class, IRecord => record.ToBsonDocument().Add(Revision, revision);

    public static T Read<T>(BsonDocument document)
        where T : class, IRecord => BsonSerializer.Deserialize<T>(document);

    // By default the driver takes any property named Id for the document's id: a tag's id is none. What the compiler requires, a document must have.
    private sealed class ShapeConvention : ConventionBase, IClassMapConvention, IMemberMapConvention
    {
        public void Apply(BsonClassMap classMap)
        {
            if (!classMap.ClassType.IsAssignableTo(typeof(IRecord)))
            {
                classMap.SetIdMember(null);
            }
        }

        public void Apply(BsonMemberMap memberMap) => memberMap.SetIsRequired(
            memberMap.MemberInfo.IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute), inherit: false));
    }

    private sealed class DateConvention : ConventionBase, IMemberMapConvention
    {
        private static readonly DateTimeOffsetSerializer Date = new(BsonType.DateTime);

        public void Apply(BsonMemberMap memberMap)
        {
            if (memberMap.MemberType == typeof(DateTimeOffset))
            {
                memberMap.SetSerializer(Date);
            }
            else if (memberMap.MemberType == typeof(DateTimeOffset?))
            {
                memberMap.SetSerializer(new NullableSerializer<DateTimeOffset>(Date));
            }
        }
    }
}
