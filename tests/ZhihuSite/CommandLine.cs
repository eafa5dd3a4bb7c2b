using System.Globalization;
using System.Text;
using System.Text.Json;
using LiveQuality.Crawler.Fetching.Warc;
using LiveQuality.ZhihuSite.Recording;
using LiveQuality.ZhihuSite.Site;
using LiveQuality.ZhihuSite.Worlds;

namespace LiveQuality.ZhihuSite;

/// <summary>What a developer types: <c>serve</c>, <c>record</c> and <c>fit</c>.</summary>
internal static class CommandLine
{
    private const string Usage = """
        usage:
          serve --port N [--seed S] [--lives N]        serve an invented world of 100 lives or more on 127.0.0.1 until Ctrl-C
          record FILE.warc.gz [--seed S] [--lives N]   write the crawl of an invented world (samples/zhihu-live-sample.warc.gz)
          fit TABLE.xlsx FILE.json                     fit Worlds/parameters.json to the study's table
        """;

    public static async Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        if (!TryReadOptions(args, out var words, out var options) || options.GetValueOrDefault("--lives", World.FewestLives) < World.FewestLives)
        {
            await Console.Error.WriteLineAsync(Usage);
            return 2;
        }

        try
        {
            return await RunAsync(words, options, cancellationToken);
        }
        // A path, a table or a port that cannot be used: whoever typed it needs to know which, not where in the code.
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or FormatException)
        {
            await Console.Error.WriteLineAsync($"{string.Join(' ', args)}: {e.Message.ReplaceLineEndings(" ")}");
            return 1;
        }
    }

    private static async Task<int> RunAsync(string[] words, Dictionary<string, int> options, CancellationToken cancellationToken)
    {
        switch (words)
        {
            case ["serve"] when options.ContainsKey("--port"):
                await ServeAsync(WorldOf(options), options["--port"], cancellationToken);
                return 0;
            case ["record", var file] when !options.ContainsKey("--port"):
                await RecordAsync(WorldOf(options), file, cancellationToken);
                return 0;
            case ["fit", var table, var file] when options.Count == 0:
                await FitAsync(table, file, cancellationToken);
                return 0;
            default:
                await Console.Error.WriteLineAsync(Usage);
                return 2;
        }
    }

    private static async Task ServeAsync(World world, int port, CancellationToken cancellationToken)
    {
        await using var server = await ZhihuSiteServer.StartAsync(world, port, interceptor: null, cancellationToken);
        await Console.Out.WriteLineAsync($"{world.Lives.Count} invented lives at {server.Address}lives?limit=10&offset=0");
        await server.RunAsync(cancellationToken);
    }

    private static async Task RecordAsync(World world, string file, CancellationToken cancellationToken)
    {
        await using var output = File.Create(file);
        var counts = await new WorldRecorder(world, new WarcWriter(output)).RecordAsync(Path.GetFileName(file), cancellationToken);
        await Console.Out.WriteLineAsync(
            $"{file}: {counts.Pages} feed pages, {counts.ReviewPages} review pages, {counts.People} people, {output.Length} bytes");
    }

    private static async Task FitAsync(string table, string file, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.Serialize(new ParameterFit(StudyTable.Read(table)).Fit(), WorldParametersJson.Default.WorldParameters);
        await File.WriteAllTextAsync(file, json + "\n", new UTF8Encoding(false), cancellationToken);
    }

    private static World WorldOf(Dictionary<string, int> options) =>
        World.Create(options.GetValueOrDefault("--seed", World.DefaultSeed), options.GetValueOrDefault("--lives", World.DefaultLives));

    private static bool TryReadOptions(string[] args, out string[] words, out Dictionary<string, int> options)
    {
        var plain = new List<string>();
        options = [];
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] is not ("--port" or "--seed" or "--lives"))
            {
                plain.Add(args[i]);
            }
            else if (i + 1 < args.Length && int.TryParse(args[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                options[args[i++]] = number;
            }
            else
            {
                words = [];
                return false;
            }
        }

        words = [.. plain];
        return true;
    }
}
