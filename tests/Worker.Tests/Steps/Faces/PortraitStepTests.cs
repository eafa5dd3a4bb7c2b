using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using LiveQuality.Worker.Jobs;
using LiveQuality.Worker.Jobs.Notices;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace LiveQuality.Worker.Tests.Steps.Faces;

public sealed class PortraitStepTests
{
    // Eight digits choose the picture: these three have the same one.
    private const string First = "00000001a";
    private const string SamePicture = "v2-00000001bbbbbbbbbbbbbbbbbbbbbbbb";
    private const string SameAgain = "00000001c";

    [Fact]
    public async Task Run_AfterACrawl_LooksAtEverySpeakersPortrait()
    {
        await using var world = await FaceWorld.StartAsync();
        await world.CrawlAsync();

        var report = await world.LookAsync();

        var used = (await world.ReadAsync(Collections.Speakers)).Select(speaker => speaker.PortraitId).OfType<string>().ToHashSet();
        Assert.InRange(used.Count, 20, 137);
        Assert.Equal((used.Count, 0, 0), (report.Portraits, report.Failed, report.AsBefore));
        Assert.Equal(used.Count, report.Faces + report.Abstained);
        Assert.True(report is { Faces: > 0, Abstained: > 0 }, $"{report}");
        var portraits = await world.ReadAsync(Collections.Portraits);
        Assert.Equal(report.Faces, portraits.Count(portrait => portrait.Face is { Outcome: FaceOutcomes.Face, Embedding.Count: 2, SpeakerIds: [_], Sha256.Length: 64 }));
        Assert.True(world.Faces.Disposed);
    }

    [Fact]
    public async Task Run_Again_NeitherAsksNorLooksAndAReCrawlChangesNothing()
    {
        await using var world = await FaceWorld.StartAsync();
        await world.CrawlAsync();
        var first = await world.LookAsync();
        var (asked, before) = (world.PicturesAsked, await world.ReadAsync(Collections.Portraits));
        await world.CrawlAsync();
        world.Faces = new FakeFaces();

        var second = await world.LookAsync();

        Assert.Equal((first.Portraits, 0L), (second.AsBefore, second.Bytes));
        Assert.Equal(asked, world.PicturesAsked);
        Assert.Empty(world.Faces.Looked);
        Assert.Equal(Json(before), Json(await world.ReadAsync(Collections.Portraits)));
    }

    [Fact]
    public async Task Run_WithAnotherModel_LooksAgain()
    {
        await using var world = await FaceWorld.StartAsync();
        await world.AddAsync(First, "s");
        await world.LookAsync();
        world.Faces = new FakeFaces("fake-2");

        var report = await world.LookAsync();

        Assert.Equal((0, "fake-2"), (report.AsBefore, (await world.FaceAsync(First))!.Model));
        Assert.Single(world.Faces.Looked);
    }

    [Fact]
    public async Task Run_SameBytesUnderOtherAddresses_LooksOnceAlsoInALaterRun()
    {
        await using var world = await FaceWorld.StartAsync();
        await world.AddAsync(First, "s1");
        await world.AddAsync(SamePicture, "s2");
        var first = await world.LookAsync();
        await world.AddAsync(SameAgain, "s3");

        var second = await world.LookAsync();

        Assert.Equal((1, 1), (first.SameBytes, second.SameBytes));
        Assert.Single(world.Faces.Looked);
        Assert.Equal(["s2"], (await world.FaceAsync(SamePicture))!.SpeakerIds);
        Assert.Equal((await world.FaceAsync(First))!.Sha256, (await world.FaceAsync(SameAgain))!.Sha256);
    }

    [Fact]
    public async Task Run_PictureOfThreeSpeakers_IsADefaultAvatarAndNotAskedFor()
    {
        await using var world = await FaceWorld.StartAsync();
        await world.AddAsync(First, "s1", "s2", "s3");
        await world.AddAsync("00000003a", "s4", "s5");

        var report = await world.LookAsync();

        Assert.Equal((1, 1), (report.DefaultAvatars, world.Faces.Looked.Count));
        Assert.Equal((FaceOutcomes.DefaultAvatar, null), ((await world.FaceAsync(First))!.Outcome, (await world.FaceAsync(First))!.Sha256));
        Assert.Equal(["s4", "s5"], (await world.FaceAsync("00000003a"))!.SpeakerIds);
        Assert.Equal(1, world.PicturesAsked);
    }

    [Fact]
    public async Task Run_PictureThatBecomesEverybodys_LosesItsFace()
    {
        await using var world = await FaceWorld.StartAsync();
        await world.AddAsync(First, "s1", "s2");
        await world.LookAsync();
        await world.AddAsync(First, "s3");

        await world.LookAsync();

        Assert.True(await world.FaceAsync(First) is { Outcome: FaceOutcomes.DefaultAvatar, Embedding: null });
    }

    [Fact]
    public async Task Run_PictureThatIsNotThere_FailsAndIsTriedAgain()
    {
        await using var world = await FaceWorld.StartAsync();
        await world.AddAsync("v2-no-hash", "s");

        var reports = new[] { await world.LookAsync(), await world.LookAsync() };

        Assert.All(reports, report => Assert.Equal((1, 0), (report.Failed, report.AsBefore)));
        Assert.Equal(FaceOutcomes.Failed, (await world.FaceAsync("v2-no-hash"))!.Outcome);
    }

    [Fact]
    public async Task Run_TenInARowCannotBeHad_IsAnOutageAndTheRestIsLeft()
    {
        await using var world = await FaceWorld.StartAsync(context => AnswerAsync(context, StatusCodes.Status503ServiceUnavailable));
        await AddManyAsync(world);

        var report = await world.LookAsync();

        Assert.Equal((10, 0), (report.Failed, report.TurnedDown));
        Assert.StartsWith("10 pictures in a row could not be had: ", report.Problem, StringComparison.Ordinal);
        Assert.Equal(10, world.PicturesAsked);
        Assert.Equal(JobEnd.Failed, JobOutcome.Of(report).End);
        Assert.Equal(RunOutcomes.Failed, (await world.ReadAsync(Collections.Runs))[^1].Outcome);
    }

    [Fact]
    public async Task Run_TheHostTurnsUsAway_IsARefusalAndNothingMoreIsAsked()
    {
        await using var world = await FaceWorld.StartAsync(context => AnswerAsync(context, StatusCodes.Status403Forbidden));
        await AddManyAsync(world);

        var report = await world.LookAsync();

        Assert.Equal((1, 11), (report.TurnedDown, report.Withheld));
        Assert.Equal(1, world.PicturesAsked);
        Assert.Equal(JobEnd.Refused, JobOutcome.Of(report).End);
        Assert.Equal(NoticeKinds.Refused, Assert.Single(Findings.Of(report, world.Source.Site, new DateOnly(2018, 1, 15))).Kind);
    }

    [Fact]
    public async Task Run_WithoutPortraits_LoadsNothing()
    {
        await using var world = await FaceWorld.StartAsync();

        var report = await world.LookAsync();

        Assert.Null(report.Model);
        Assert.False(world.Faces.Disposed);
    }

    private static async Task AddManyAsync(FaceWorld world)
    {
        for (var number = 0; number < 12; number++)
        {
            await world.AddAsync($"v2-{number:x32}", $"s{number}");
        }
    }

    private static Task<bool> AnswerAsync(HttpContext context, int status)
    {
        var isPicture = context.Request.Path.Value!.EndsWith(".jpg", StringComparison.Ordinal);
        context.Response.StatusCode = isPicture ? status : context.Response.StatusCode;
        return Task.FromResult(isPicture);
    }

    private static IEnumerable<string> Json(IEnumerable<Portrait> portraits) => portraits.Select(portrait => System.Text.Json.JsonSerializer.Serialize(portrait, RecordJson.Relaxed.Portrait));
}
