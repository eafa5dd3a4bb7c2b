using LiveQuality.Crawler.Fetching.Warc;
using LiveQuality.Crawler.Fetching.Warc.Writing;
using Xunit;

namespace LiveQuality.Crawler.Tests.Fetching.Warc.Writing;

public sealed class WarcRepairTests : IDisposable
{
    private readonly WarcFiles _files = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task Open_AfterADeathAtAnyByte_CutsTheTornRecordOffAndNothingElse()
    {
        var (path, whole) = await ArchiveAsync();
        var ends = Ends(path);

        for (var length = 0; length < whole.Length; length++)
        {
            Leave(path, whole[..length]);

            var found = WarcRepair.Mend(_files.Folder, Token);

            var end = ends.Last(end => end <= length);
            Assert.Equal(whole[..(int)end], await File.ReadAllBytesAsync(path, Token));
            Assert.Equal(end == length ? [] : [$"{path}: the last record is torn; cut off its {length - end} bytes at byte {end}"], found);
        }
    }

    [Fact]
    public async Task Open_WithDamageBeforeTheEnd_TellsItAndCutsNothing()
    {
        var (path, whole) = await ArchiveAsync();
        var starts = Ends(path).SkipLast(1).ToArray();
        foreach (var start in starts.SkipLast(1))
        {
            byte[] damaged = [.. whole];
            damaged.AsSpan((int)start + 40, 9).Fill((byte)'?');
            Leave(path, damaged);

            var found = WarcRepair.Mend(_files.Folder, Token);

            Assert.StartsWith($"{path}: at byte {start}: ", Assert.Single(found), StringComparison.Ordinal);
            Assert.Equal(damaged, await File.ReadAllBytesAsync(path, Token));
        }
    }

    [Fact]
    public async Task Open_WithDamageAndATornEnd_TellsTheOneAndCutsTheOther()
    {
        var (path, whole) = await ArchiveAsync();
        var ends = Ends(path);
        whole.AsSpan((int)ends[1] + 40, 9).Fill((byte)'?');
        Leave(path, whole[..^3]);

        var found = WarcRepair.Mend(_files.Folder, Token);

        Assert.Equal(2, found.Count);
        Assert.Equal(whole[..(int)ends[^2]], await File.ReadAllBytesAsync(path, Token));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0x1F)]
    public async Task Open_WithSomethingElseAtTheEnd_TellsItAndCutsNothing(byte value)
    {
        var (path, whole) = await ArchiveAsync();
        byte[] longer = [.. whole, .. Enumerable.Repeat(value, 100)];
        Leave(path, longer);

        var found = WarcRepair.Mend(_files.Folder, Token);

        Assert.Single(found);
        Assert.Equal(longer, await File.ReadAllBytesAsync(path, Token));
    }

    [Fact]
    public async Task Open_WhileAnotherWrites_LeavesItsFileAlone()
    {
        await using var other = await WarcArchive.OpenAsync(_files.Folder, WarcFiles.Captured, WarcFiles.Options(), Token);
        await other.WriteAsync(WarcFiles.Exchange("https://example.org/", "body"), Token);
        await using (var torn = new FileStream(other.CurrentFile, FileMode.Append, FileAccess.Write, FileShare.ReadWrite))
        {
            // As it looks in the middle of a write.
            torn.Write([0x1F, 0x8B, 0x08]);
        }

        var length = new FileInfo(other.CurrentFile).Length;

        Assert.Empty(WarcRepair.Mend(_files.Folder, Token));
        Assert.Equal(length, new FileInfo(other.CurrentFile).Length);
        Assert.Empty(_files.Names("*.cdxj"));
    }

    [Fact]
    public async Task Open_AfterADeath_ContinuesWithRevisitsOfWhatIsWhole()
    {
        var (path, whole) = await ArchiveAsync();
        Leave(path, whole[..^1]);

        var nextDay = WarcFiles.Captured.AddDays(1);
        await _files.ArchiveAsync(nextDay, WarcFiles.Options(), WarcFiles.Exchange("https://example.org/2", "body 2", nextDay));

        Assert.Equal(["warcinfo", "revisit", "request"], _files.Records().Where(record => record.Date == nextDay).Select(record => record.Type));
    }

    private async Task<(string Path, byte[] Bytes)> ArchiveAsync()
    {
        await _files.ArchiveAsync(WarcFiles.Captured, WarcFiles.Options(), [.. Enumerable.Range(0, 3).Select(i =>
            WarcFiles.Exchange($"https://example.org/{i}", $"body {i}"))]);
        var path = Assert.Single(_files.Names("*.warc.gz"));
        return (path, await File.ReadAllBytesAsync(path, Token));
    }

    // The file as a dead process leaves it: with no index.
    private void Leave(string path, byte[] bytes)
    {
        File.WriteAllBytes(path, bytes);
        foreach (var index in _files.Names("*.cdxj"))
        {
            File.Delete(index);
        }
    }

    private static long[] Ends(string path) =>
        [0, .. new WarcReader(path).Read(CancellationToken.None).Select(item => item.Record!.Position.Offset + item.Record.MemberLength)];
}
