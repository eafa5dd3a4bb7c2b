using System.Net;

namespace LiveQuality.Crawler.Fetching.Warc;

/// <summary>A body of which only the beginning is there: reading gives it, and then fails as a broken connection does.</summary>
/// <param name="beginning">What is there.</param>
/// <param name="reason">Why there is no more: a value of <c>WARC-Truncated</c>.</param>
internal sealed class TruncatedContent(ReadOnlyMemory<byte> beginning, string reason) : HttpContent
{
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await using var body = new BodyStream(beginning, reason);
        await body.CopyToAsync(stream);
    }

    protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult<Stream>(new BodyStream(beginning, reason));

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    private sealed class BodyStream(ReadOnlyMemory<byte> beginning, string reason) : Stream
    {
        private int _read;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(Span<byte> buffer)
        {
            var count = Math.Min(buffer.Length, beginning.Length - _read);
            if (count == 0 && !buffer.IsEmpty)
            {
                throw new HttpIOException(HttpRequestError.ResponseEnded, $"only {beginning.Length} bytes of the body were read ({reason})");
            }

            beginning.Span.Slice(_read, count).CopyTo(buffer);
            _read += count;
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return ValueTask.FromResult(Read(buffer.Span));
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
