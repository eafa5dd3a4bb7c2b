using System.Security.Cryptography;

namespace LiveQuality.Worker.Steps.Scores;

/// <summary>A short hash of all that lists show.</summary>
internal static class BoardVersion
{
    // 64 bits: that two boards of one service share a version by chance is not to be expected in its lifetime.
    private const int Bytes = 8;

    private const int BufferBytes = 64 * 1024;

    /// <param name="rows">By id.</param>
    /// <returns>16 hex digits.</returns>
    public static string Of(IReadOnlyList<BoardRow> rows)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var buffer = new MemoryStream(BufferBytes);
        using var writer = new BinaryWriter(buffer);
        foreach (var row in rows)
        {
            Write(writer, row);
            if (buffer.Length > BufferBytes / 2)
            {
                Flush();
            }
        }

        Flush();
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, Bytes));

        void Flush()
        {
            hash.AppendData(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
            buffer.SetLength(0);
        }
    }

    private static void Write(BinaryWriter writer, BoardRow row)
    {
        writer.Write(row.Id);
        Write(writer, row.Subject);
        Write(writer, row.Speaker?.Id);
        Write(writer, row.Speaker?.Name);
        writer.Write(row.Tags?.Count ?? -1);
        foreach (var tag in row.Tags ?? [])
        {
            writer.Write(tag.Id);
            writer.Write(tag.Name);
        }

        Write(writer, row.AmountFen);
        Write(writer, row.StartsAt?.UtcTicks);
        Write(writer, row.CreatedAt?.UtcTicks);
        Write(writer, row.ReviewCount);
        Write(writer, row.ReviewScore);
        Write(writer, row.SeatsTaken);
        Write(writer, row.LikedNum);
        Write(writer, row.Status);
        writer.Write(row.Score is not null);
        if (row.Score is { } score)
        {
            writer.Write(score.Value);
            Write(writer, score.Low);
            Write(writer, score.High);
            Write(writer, score.Basis);
            Write(writer, score.Predicted);
            Write(writer, score.EvidenceWeight);
            writer.Write(score.ModelId);
            writer.Write(score.ScoredAt.UtcTicks);
            Write(writer, score.Sentence);
        }
    }

    // Whether it is there comes first: no two contents are the same bytes.
    private static void Write(BinaryWriter writer, string? text)
    {
        writer.Write(text is not null);
        writer.Write(text ?? string.Empty);
    }

    private static void Write(BinaryWriter writer, long? number)
    {
        writer.Write(number is not null);
        writer.Write(number ?? 0);
    }

    private static void Write(BinaryWriter writer, double? number)
    {
        writer.Write(number is not null);
        writer.Write(number ?? 0);
    }
}
