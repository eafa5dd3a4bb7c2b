using System.IO.Compression;
using CsCheck;
using LiveQuality.Crawler.Fetching;
using Xunit;

namespace LiveQuality.Crawler.Tests.Fetching;

public sealed class BoundedBodyTests
{
    private const int MiB = 1024 * 1024;

    [Theory]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip", "x-gzip")]
    [InlineData("gzip", "GZIP")]
    [InlineData("deflate", "deflate")]
    [InlineData("raw", "deflate")]
    [InlineData("br", "br")]
    [InlineData("br", "identity, br")]
    public void Read_OfAnyBodyInAnyCoding_GivesItBack(string packing, string coding) =>
        Gen.Select(Gen.Byte.Array[0, 300], Gen.Int[1, 800]).Sample(
            (pattern, times) =>
            {
                byte[] body = [.. Enumerable.Repeat(pattern, times).SelectMany(part => part)];

                var (read, defect) = Read(Compressed.As(packing, body), coding, MiB);

                Assert.Null(defect);
                Assert.Equal(body, read);
            },
            iter: 50,
            seed: "0N0XIzNsQ0O2",
            threads: 1);

    [Fact]
    public void Read_OfABodyCompressedTwice_UndoesBoth()
    {
        var (read, _) = Read(Compressed.Brotli(Compressed.Gzip([1, 2, 3])), "gzip, br", MiB);

        Assert.Equal([1, 2, 3], read);
    }

    [Fact]
    public void Read_OfSeveralGzipMembers_JoinsThem()
    {
        var (read, _) = Read([.. Compressed.Gzip([1, 2]), .. Compressed.Gzip([3])], "gzip", MiB);

        Assert.Equal([1, 2, 3], read);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public void Read_OfAnEmptyBody_IsEmptyWhateverItsCoding(string coding)
    {
        var (read, defect) = Read([], coding, MiB);

        Assert.Equal((0, null), (read.Length, defect));
    }

    [Theory]
    [InlineData("gzip", "gzip")]
    [InlineData("deflate", "deflate")]
    [InlineData("br", "br")]
    public void Read_OfABodyCutOffAnywhere_SaysThatItIsTorn(string packing, string coding)
    {
        var packed = Compressed.As(packing, [.. Enumerable.Range(0, 400).Select(i => (byte)(i * i))]);

        Assert.All(Enumerable.Range(1, packed.Length - 1), length => Assert.Throws<InvalidDataException>(() => Read(packed[..length], coding, MiB)));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    [InlineData("gzip, br")]
    public void Read_OfAnyBytesAtAll_ReadsThemOrSaysThatTheyAreTorn(string coding) =>
        Gen.Byte.Array[0, 200].Sample(
            bytes =>
            {
                try
                {
                    Assert.InRange(Read(bytes, coding, 4096).Body.Length, 0, 4096);
                }
                catch (InvalidDataException)
                {
                    // What it is told to say.
                }
            },
            iter: 2000,
            seed: "0N0XIzNsQ0O2",
            threads: 1);

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public void Read_OfABomb_StopsAtTheCapWithAtMostTwiceAsMuchInMemory(string coding)
    {
        const int cap = 8 * MiB;
        var bomb = Compressed.Bomb(coding, 1024L * MiB);
        Read(Compressed.As(coding, new byte[cap]), coding, cap);
        var traffic = new Traffic();

        var before = GC.GetAllocatedBytesForCurrentThread();
        var (body, defect) = Read(bomb, coding, cap, traffic);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal((0, $"answered with more than {cap} bytes"), (body.Length, defect));
        Assert.InRange(allocated, 0, 2L * cap);
        Assert.InRange(traffic.Transferred, 1, (bomb.Length / 8) + (64 * 1024));
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(16, true)]
    [InlineData(17, true)]
    [InlineData(18, true)]
    [InlineData(22, true)]
    [InlineData(23, true)]
    [InlineData(24, false)]
    public void Read_OfBrotliWithAWindow_TakesItUpToTheCap(int bits, bool isRead)
    {
        var packed = new byte[100];
        Assert.True(BrotliEncoder.TryCompress([1, 2, 3], packed, out var length, quality: 5, bits));

        var (body, defect) = Read(packed[..length], "br", 8 * MiB);

        Assert.Equal((isRead ? 3 : 0, isRead), (body.Length, defect is null));
    }

    [Fact]
    public void Read_OfAZlibBodyThatWantsADictionary_SaysThatItIsTorn() =>
        Assert.Throws<InvalidDataException>(() => Read([0x78, 0x20, 1, 2, 3, 4, 5, 6], "deflate", MiB));

    [Fact]
    public void Read_OfTheLargestBody_HoldsItAtMostTwice()
    {
        const int cap = 8 * MiB;
        var packed = Compressed.Gzip(new byte[cap]);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var (body, _) = Read(packed, "gzip", cap);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(cap, body.Length);
        Assert.InRange(allocated, cap, (2L * cap) + MiB);
    }

    [Fact]
    public void Read_OfABombInABomb_StopsAtTheCapOfTheInnerOne()
    {
        var (_, defect) = Read(Compressed.Gzip(Compressed.Bomb("gzip", 1024L * MiB)), "gzip, gzip", 64 * 1024);

        Assert.Equal($"answered with more than {64 * 1024} bytes", defect);
    }

    // A body in memory is read without waiting, so that all allocations are this thread's.
    private static (byte[] Body, string? Defect) Read(byte[] sent, string coding, int largest, Traffic? traffic = null)
    {
        var content = new StreamContent(new MemoryStream(sent));
        content.Headers.TryAddWithoutValidation("Content-Encoding", coding);
        var reading = BoundedBody.ReadAsync(content, largest, traffic ?? new Traffic(), TestContext.Current.CancellationToken);
        Assert.True(reading.IsCompleted);
        return reading.GetAwaiter().GetResult();
    }
}
