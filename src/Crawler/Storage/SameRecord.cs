using System.Text.Json;
using LiveQuality.Crawler.Records;

namespace LiveQuality.Crawler.Storage;

/// <summary>Sees from the bytes of two documents that <see cref="RecordMerge"/> would find nothing new, without taking either apart.</summary>
internal static class SameRecord
{
    /// <param name="collection">Where both belong.</param>
    /// <param name="stored">The stored document, JSON as this program writes it.</param>
    /// <param name="incoming">A new view of it, the same.</param>
    /// <returns>True where a merge would surely change nothing; false says nothing.</returns>
    public static bool Says<T>(Collection<T> collection, ReadOnlySpan<byte> stored, ReadOnlySpan<byte> incoming)
        where T : class, IRecord
    {
        if (stored.IndexOf("\"goneAt\":"u8) >= 0)
        {
            return false; // A tombstone goes when the thing is seen again: the one case in which what is not said changes something.
        }

        // Both have their properties in the order in which the type declares them, so one walk along both is enough.
        var old = new Utf8JsonReader(stored);
        var now = new Utf8JsonReader(incoming);
        old.Read();
        now.Read();
        while (Next(ref now, incoming, collection.Bookkeeping, out var name, out var value))
        {
            if (!Holds(ref old, stored, collection, name, value))
            {
                return false;
            }
        }

        return collection.Policy == MergePolicy.Merge || !Next(ref old, stored, collection.Bookkeeping, out _, out _);
    }

    private static bool Holds<T>(
        ref Utf8JsonReader old, ReadOnlySpan<byte> stored, Collection<T> collection, scoped ReadOnlySpan<byte> name, scoped ReadOnlySpan<byte> value)
        where T : class, IRecord
    {
        while (Next(ref old, stored, collection.Bookkeeping, out var oldName, out var oldValue))
        {
            if (oldName.SequenceEqual(name))
            {
                return oldValue.SequenceEqual(value);
            }

            if (collection.Policy != MergePolicy.Merge)
            {
                return false;
            }

            // Merging, what a new view does not say stays.
        }

        return false;
    }

    /// <summary>The next property that counts.</summary>
    private static bool Next(
        ref Utf8JsonReader reader, ReadOnlySpan<byte> document, IReadOnlyList<string> bookkeeping, out ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            name = reader.ValueSpan;
            var counts = !IsOneOf(ref reader, bookkeeping);
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            value = document[start..(int)reader.BytesConsumed];
            if (counts)
            {
                return true;
            }
        }

        name = value = default;
        return false;
    }

    private static bool IsOneOf(ref Utf8JsonReader reader, IReadOnlyList<string> names)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (reader.ValueTextEquals(names[i]))
            {
                return true;
            }
        }

        return false;
    }
}
