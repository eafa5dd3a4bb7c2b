using System.Text;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using Xunit;

namespace LiveQuality.Worker.Tests.Steps.Faces;

public sealed class ForgetStepTests
{
    private const string Theirs = "00000001a";
    private const string SamePicture = "00000001b";
    private const string Another = "00000003a";

    [Fact]
    public async Task Forget_PersonWithASharedPortrait_RemovesItFromEverybodyAndLeavesOthersAlone()
    {
        await using var world = await FaceWorld.StartAsync();
        await world.AddAsync(Theirs, "s1", "s2");
        await world.AddAsync(SamePicture, "s3");
        await world.AddAsync(Another, "s4");
        await world.LookAsync();

        var report = await world.ForgetAsync("s1");

        Assert.Equal((true, 2, 0), (report.SpeakerKnown, report.Before, report.After));
        Assert.Null(await world.FaceAsync(Theirs));
        Assert.Null(await world.FaceAsync(SamePicture));
        Assert.NotNull(await world.FaceAsync(Another));
    }

    [Fact]
    public async Task Forget_PersonWithANewPortrait_RemovesTheOldOneToo()
    {
        await using var world = await FaceWorld.StartAsync();
        await world.AddAsync(Theirs, "s1");
        await world.LookAsync();
        await world.AddAsync(Another, "s1");

        var report = await world.ForgetAsync("s1");

        Assert.Equal((1, 0), (report.Before, report.After));
        Assert.Null(await world.FaceAsync(Theirs));
    }

    [Fact]
    public async Task Forget_Done_IsNotLookedAtAgainNorLearntAnew()
    {
        await using var world = await FaceWorld.StartAsync();
        await world.AddAsync(Theirs, "s1", "s2");
        await world.LookAsync();
        await world.ForgetAsync("s1");
        await world.AddAsync(Another, "s1");
        await world.AddAsync(SamePicture, "s3");

        var report = await world.LookAsync();

        Assert.Equal(1, report.Portraits);
        Assert.Null(await world.FaceAsync(Theirs));
        Assert.Null(await world.FaceAsync(Another));
        Assert.NotNull(await world.FaceAsync(SamePicture));
    }

    [Theory]
    [InlineData("s1", true)]
    [InlineData("nobody", false)]
    public async Task Forget_NothingThere_IsDoneWithZero(string speaker, bool known)
    {
        await using var world = await FaceWorld.StartAsync();
        await world.AddAsync(Theirs, "s1");

        var report = await world.ForgetAsync(speaker);

        Assert.Equal((known, 0, 0), (report.SpeakerKnown, report.Before, report.After));
        Assert.Equal(known ? 1 : 0, (await world.ReadAsync(Collections.Speakers)).Count(one => one.FacesForgotten == true));
    }

    [Fact]
    public async Task Forget_InTheJournal_SaysHowManyButNotWho()
    {
        await using var world = await FaceWorld.StartAsync();
        await world.AddAsync(Theirs, "speaker-in-question");
        await world.LookAsync();

        await world.ForgetAsync("speaker-in-question");

        var run = Assert.Single(await world.ReadAsync(Collections.Runs), run => run.Command == "faces-forget");
        Assert.Equal(("done", 1L, 0L), (run.Outcome, run.Counts["before"], run.Counts["after"]));
        Assert.DoesNotContain("speaker-in-question", System.Text.Json.JsonSerializer.Serialize(run, RecordJson.Relaxed.Run), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forget_InTheFile_LeavesNoBytesOfTheEmbedding()
    {
        var world = await FaceWorld.StartAsync();
        await world.AddAsync(Theirs, "s1");
        await world.LookAsync();
        Assert.Contains("0.123456", await FilesAsync(world), StringComparison.Ordinal);

        await world.ForgetAsync("s1");
        await world.Store.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();

        Assert.DoesNotContain("0.123456", await FilesAsync(world), StringComparison.Ordinal);
        await world.DisposeAsync();
    }

    private static async Task<string> FilesAsync(FaceWorld world)
    {
        var text = new StringBuilder();
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(world.StoreFile)!))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            text.Append(await reader.ReadToEndAsync());
        }

        return text.ToString();
    }
}
