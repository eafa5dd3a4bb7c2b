using System.Text;
using System.Text.Json;
using LiveQuality.Crawler.Fetching.Warc;
using LiveQuality.ZhihuSite.Faults;
using LiveQuality.ZhihuSite.Recording;
using LiveQuality.ZhihuSite.Site;
using LiveQuality.ZhihuSite.Worlds;

namespace LiveQuality.ZhihuSite;

/// <summary>What a developer types: <c>serve</c>, <c>record</c>, <c>fit</c> and <c>draw</c>.</summary>
internal static class CommandLine
{
    private static readonly string Usage = $"""
        usage:
          serve --port N [--seed S] [--lives N]        serve an invented world of {World.FewestLives} lives or more on 127.0.0.1 until Ctrl-C
                [--faults LIST] [--fault-seed S]       with faults, for example latency=20ms,reset=0.02,429=0.01:first
                [--etags] [--compress]                 with ETags and 304; with gzip for clients that accept it
                [--robots FILE]                        with that robots.txt
          record FILE.warc.gz [--seed S] [--lives N]   write the crawl of an invented world (samples/zhihu-live-sample.warc.gz)
          fit TABLE.xlsx FILE.json                     fit Worlds/parameters.json to the study's table
          draw FILE.zip                                draw Site/pictures.zip, the portraits of nobody
        """;

    private static readonly string[] OfWorlds = ["--seed", "--lives"];
    private static readonly string[] OfServers = [.. OfWorlds, "--port", "--faults", "--fault-seed", "--etags", "--compress", "--robots"];

    public static async Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        try
        {
            return await RunAsync(TypedOptions.Read(args), cancellationToken);
        }
        // A path, a table, a port or a value that cannot be used: whoever typed it needs to know which, not where in the code.
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or FormatException)
        {
            await Console.Error.WriteLineAsync($"{string.Join(' ', args)}: {e.Message.ReplaceLineEndings(" ")}");
            return 1;
        }
    }

    private static async Task<int> RunAsync(TypedOptions options, CancellationToken cancellationToken)
    {
        switch (options.Words)
        {
            case ["serve"] when options.Has("--port") && options.AreAllOf(OfServers):
                await ServeAsync(WorldOf(options), options.Number("--port", 0), await SiteOptionsOfAsync(options, cancellationToken), cancellationToken);
                return 0;
            case ["record", var file] when options.AreAllOf(OfWorlds):
                await RecordAsync(WorldOf(options), file, cancellationToken);
                return 0;
            case ["fit", var table, var file] when options.AreAllOf([]):
                await FitAsync(table, file, cancellationToken);
                return 0;
            case ["draw", var file] when options.AreAllOf([]):
                await File.WriteAllBytesAsync(file, PictureMaker.MakeZip(), cancellationToken);
                return 0;
            default:
                await Console.Error.WriteLineAsync(Usage);
                return 2;
        }
    }

    private static async Task ServeAsync(World world, int port, SiteOptions options, CancellationToken cancellationToken)
    {
        await using var server = await ZhihuSiteServer.StartAsync(world, port, options, cancellationToken);
        await Console.Out.WriteLineAsync($"{world.Lives.Count} invented lives at {server.Address}lives?limit=10&offset=0");
        await server.RunAsync(cancellationToken);
        await Console.Out.WriteLineAsync($"{server.Journal.Requests} requests, {server.Journal.Bytes} bytes of bodies");
    }

    private static async Task RecordAsync(World world, string file, CancellationToken cancellationToken)
    {
        await using var output = File.Create(file);
        var counts = await new WorldRecorder(world, new WarcWriter(output)).RecordAsync(Path.GetFileName(file), cancellationToken);
        await Console.Out.WriteLineAsync(
            $"{file}: {counts.Pages} feed pages, {counts.ReviewPages} review pages, {counts.People} people, {counts.Portraits} portraits, {output.Length} bytes");
    }

    private static async Task FitAsync(string table, string file, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.Serialize(new ParameterFit(StudyTable.Read(table)).Fit(), WorldParametersJson.Default.WorldParameters);
        await File.WriteAllTextAsync(file, json + "\n", new UTF8Encoding(false), cancellationToken);
    }

    private static World WorldOf(TypedOptions options) =>
        World.Create(options.Number("--seed", World.DefaultSeed), options.Number("--lives", World.DefaultLives, least: World.FewestLives));

    private static async Task<SiteOptions> SiteOptionsOfAsync(TypedOptions options, CancellationToken cancellationToken)
    {
        var plan = FaultPlan.None;
        if (options.Text("--faults") is { } faults && !FaultList.TryParse(faults, options.Number("--fault-seed", World.DefaultSeed), out plan, out var problem))
        {
            throw new FormatException(problem);
        }

        return new SiteOptions
        {
            Faults = plan,
            ETags = options.Has("--etags"),
            Compress = options.Has("--compress"),
            RobotsTxt = options.Text("--robots") is { } file ? new RobotsTxt(await File.ReadAllTextAsync(file, cancellationToken)) : null,
            // Nobody can read it from outside.
            JournalSize = 0,
        };
    }
}
