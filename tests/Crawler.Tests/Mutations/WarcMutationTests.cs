using System.Text;
using LiveQuality.Crawler.Fetching;
using LiveQuality.Crawler.Fetching.Warc;
using LiveQuality.Crawler.Fetching.Warc.Indexing;
using LiveQuality.Crawler.Fetching.Warc.Writing;
using LiveQuality.Crawler.Tests.Fetching.Warc;
using Xunit;

namespace LiveQuality.Crawler.Tests.Mutations;

public sealed class WarcMutationTests : IDisposable
{
    // Each walk has its buffers and an inflater, and there are as many walks as problems that are told.
    private const long PerWalk = 256 * 1024;

    // Deflate makes up to 1,032 bytes of one; they are collected in an array that doubles, and copied.
    private const long PerByte = 1032 * 4;

    private readonly WarcFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public Task Reader_OfMutatedBytes_GivesRecordsOrProblems() => RunAsync("warc", [.. WarcCorpus.Plain, .. WarcCorpus.Zipped], Read);

    [Fact]
    public Task Reader_OfMutatedBytesInSoundGzip_GivesRecordsOrProblems() => RunAsync("warc-zipped", WarcCorpus.Plain, plain =>
        Read(WarcCorpus.Zip(plain.Span)));

    [Fact]
    public Task Replay_OfMutatedFiles_AnswersWhatItSaysItCan() => RunAsync("warc-replay", [.. WarcCorpus.Plain, .. WarcCorpus.Zipped], bytes =>
    {
        var path = Save("replay.warc", bytes);
        try
        {
            using var handler = WarcReplayHandler.Open(path, CancellationToken.None);
            Assert.True(handler.Count > 0);
            Ask(handler, new WarcReader(path));
        }
        // Promised where nothing can be replayed.
        catch (RecordingException)
        {
        }
    });

    [Fact]
    public Task Repair_OfMutatedFiles_CutsTheEndAtMostAndOnlyOnce() => RunAsync("warc-repair", WarcCorpus.Zipped, bytes =>
    {
        var path = Save("repair.warc.gz", bytes);
        var index = CdxjFile.PathOf(path);
        File.Delete(index);
        _ = WarcRepair.Mend(_files.Folder, CancellationToken.None);
        Assert.True(bytes.Span.StartsWith(File.ReadAllBytes(path)));
        Assert.All(CdxjFile.Read(path), line => Assert.InRange(line.Offset, 0, bytes.Length));
        File.Delete(index);
        Assert.DoesNotContain(WarcRepair.Mend(_files.Folder, CancellationToken.None), found => found.Contains("cut off", StringComparison.Ordinal));
    });

    [Fact]
    public Task RecordedResponse_OfMutatedBytes_IsAnAnswerOrInvalid() => RunAsync("recorded-response", WarcCorpus.Answers, bytes =>
    {
        try
        {
            using var request = new HttpRequestMessage();
            using var response = RecordedResponse.Parse(bytes).ToMessage(request);
            Assert.InRange((int)response.StatusCode, 100, 999);
        }
        // Promised.
        catch (InvalidDataException)
        {
        }
    });

    [Fact]
    public Task CdxjLine_OfMutatedText_IsALineOrNone() => MutationRun.RunAsync(new MutationTarget(
        "cdxj", Format.Cdxj, WarcCorpus.Lines, line => _ = CdxjLine.Parse(Encoding.UTF8.GetString(line.Span)), length => (64 * 1024) + (length * 256)));

    private static Task RunAsync(string name, IReadOnlyList<byte[]> corpus, Action<ReadOnlyMemory<byte>> parse) => MutationRun.RunAsync(
        new MutationTarget(name, Format.Warc, corpus, parse, length => (PerWalk * (WarcReader.MostProblems + 1)) + (length * PerByte)));

    private static void Read(ReadOnlyMemory<byte> bytes)
    {
        using var file = new MemoryStream(bytes.ToArray());
        foreach (var (record, problem) in new WarcReader("a.warc").Read(file, CancellationToken.None))
        {
            Assert.True(record is null != problem is null);
            Assert.InRange(record?.Position.Offset ?? problem!.Offset, 0, bytes.Length);
            if (record is not null)
            {
                _ = CdxjLine.Of(record, "a.warc")?.ToString();
            }
        }
    }

    private static void Ask(WarcReplayHandler handler, WarcReader archive)
    {
        foreach (var (record, _) in archive.Read(CancellationToken.None))
        {
            if (!Uri.TryCreate(record?.TargetUri, UriKind.Absolute, out var address))
            {
                continue;
            }

            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, address);
                handler.Answer(request).Dispose();
            }
            // Promised, where a revisit's original has another payload.
            catch (RecordingException)
            {
            }
        }
    }

    private string Save(string name, ReadOnlyMemory<byte> bytes)
    {
        var path = Path.Combine(_files.Folder, name);
        File.WriteAllBytes(path, bytes.Span);
        return path;
    }
}
