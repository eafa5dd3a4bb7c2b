namespace LiveQuality.Crawler.Fetching.Warc;

/// <summary>Reads a WARC 1.0 or 1.1 archive, plain or gzip, record by record; memory is bounded by the two largest records.</summary>
/// <param name="path">The file.</param>
/// <param name="maxContentBytes">Largest record block that is read; a larger one is a problem of the archive.</param>
internal sealed class WarcReader(string path, long maxContentBytes = WarcReader.DefaultMaxContentBytes)
{
    /// <summary>More damage than this in one file, and the rest is left unread.</summary>
    public const int MostProblems = 100;

    /// <summary>64 MiB: a page of the site has some 50 kB.</summary>
    public const long DefaultMaxContentBytes = 64 * 1024 * 1024;

    /// <summary>The file.</summary>
    public string Path => path;

    private static ReadOnlySpan<byte> PlainSignature => "WARC/1."u8;

    /// <summary>The file's records in order. What is no record is a problem; reading goes on where the next record seems to start.</summary>
    /// <param name="cancellationToken">Stops between two records.</param>
    /// <exception cref="RecordingException">The file cannot be opened.</exception>
    public IEnumerable<WarcItem> Read(CancellationToken cancellationToken)
    {
        using var file = Open();
        foreach (var item in Read(file, cancellationToken))
        {
            yield return item;
        }
    }

    /// <summary>The same from the file that the caller has opened, and locked perhaps.</summary>
    /// <param name="file">The file, or its bytes; it stays open.</param>
    /// <param name="cancellationToken">Stops between two records.</param>
    public IEnumerable<WarcItem> Read(Stream file, CancellationToken cancellationToken)
    {
        file.Position = 0;
        var zipped = file.Length > 0 && file.ReadByte() == 0x1F;
        var problems = 0;
        for (long? start = 0; start is { } at && at < file.Length;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var walk = new Walk(this, file, at, zipped);
            foreach (var record in walk.Records())
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return new WarcItem(record, null);
            }

            start = walk.End;
            if (walk.Problem is { } problem)
            {
                yield return new WarcItem(null, problem);
                if (++problems == MostProblems)
                {
                    // Damage all over: whatever this is, it is no archive, and a hostile one could go on like this for hours.
                    yield break;
                }

                start = zipped ? GzipMagicCutter.Find(file, problem.Offset + 1) : FindPlain(file, problem.Offset + 1);
            }
        }
    }

    /// <summary>The record at a position that <see cref="Read(CancellationToken)"/> gave.</summary>
    /// <param name="position">Where the record starts.</param>
    /// <exception cref="RecordingException">The file cannot be opened or has been changed.</exception>
    public WarcRecord ReadAt(WarcPosition position)
    {
        using var file = Open();
        var zipped = file.ReadByte() == 0x1F;
        var walk = new Walk(this, file, position.Offset, zipped);
        return walk.Records().FirstOrDefault(record => record.Position == position)
            ?? throw new RecordingException($"{walk.Problem?.ToString() ?? $"{path}: at byte {position.Offset}: there was a record, now there is none"}");
    }

    private FileStream Open()
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecordingException($"{path}: cannot be read: {e.Message.ReplaceLineEndings(" ")}", e);
        }
    }

    private static long? FindPlain(Stream file, long from)
    {
        var buffer = new byte[64 * 1024];
        for (var at = from; ; at += buffer.Length - PlainSignature.Length + 1)
        {
            file.Position = at;
            var count = file.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            var found = buffer.AsSpan(0, count).IndexOf(PlainSignature);
            if (found >= 0)
            {
                return at + found;
            }

            if (count < buffer.Length)
            {
                return null;
            }
        }
    }

    /// <summary>One walk over records that follow each other: a gzip member, or a plain file from some record on.</summary>
    private sealed class Walk(WarcReader reader, Stream file, long start, bool zipped)
    {
        public long? End { get; private set; }

        public WarcProblem? Problem { get; private set; }

        public IEnumerable<WarcRecord> Records()
        {
            file.Position = start;
            using var member = zipped ? new GzipMember(file, start) : null;
            var parser = new WarcParser((Stream?)member ?? file, reader.MaxContentBytes);
            for (var record = Next(parser, member); record is not null;)
            {
                // A member's checksum is known only after its last byte: look ahead before the record is believed.
                var next = Next(parser, member);
                if (Problem is null || !zipped)
                {
                    yield return next is null && member?.End is { } end ? record with { MemberLength = end - start } : record;
                }

                record = next;
            }

            End = member?.End;
        }

        private WarcRecord? Next(WarcParser parser, GzipMember? member)
        {
            var inner = parser.Position;
            try
            {
                return parser.Next() is { } record
                    ? record with { Position = zipped ? new WarcPosition(start, inner) : new WarcPosition(start + inner, 0) }
                    : null;
            }
            // Untrusted bytes: the parser and the inflater say so when they are not what they should be.
            catch (InvalidDataException e)
            {
                Problem = new WarcProblem(reader.Path, zipped ? start : start + inner, e.Message) { IsTorn = member?.IsTorn ?? parser.AtEnd };
                return null;
            }
        }
    }

    private long MaxContentBytes => maxContentBytes;
}
