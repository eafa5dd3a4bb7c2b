using System.Text.Json;
using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using LiveQuality.Crawler.Storage.Sqlite;
using LiveQuality.Tests;
using LiveQuality.Worker.Tests.Commands;
using Xunit;

[assembly: AssemblyFixture(typeof(TrainedStore))]

namespace LiveQuality.Worker.Tests.Commands;

/// <summary>A store of invented lives and two models as shipped, the published network first. Made when the first test of any class asks for a copy, and once.</summary>
public sealed class TrainedStore : IDisposable
{
    private const int Count = 150;
    private const string File = "data.db";

    private static readonly DateTimeOffset First = new(2017, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();
    private readonly Lazy<Task> _made;

    public TrainedStore() => _made = new Lazy<Task>(MakeAsync);

    /// <summary>What training the published network said: the first model of the store.</summary>
    public JsonElement Published { get; private set; }

    /// <summary>What the training after it said.</summary>
    public JsonElement Grown { get; private set; }

    public string PublishedId => Published.GetProperty("modelId").GetString()!;

    public string GrownId => Grown.GetProperty("modelId").GetString()!;

    public void Dispose() => _folder.Dispose();

    internal static async Task AddLivesAsync(string path, int from, int count)
    {
        var chance = new Random(from + 1);
        await using var store = new SqliteStore(path, TimeProvider.System);
        await store.OpenAsync(CancellationToken.None);
        await store.UpsertAsync(Collections.Lives, [.. Enumerable.Range(from, count).Select(number => One(number, chance))], CancellationToken.None);
    }

    /// <summary>Copies it as <c>data.db</c> into a test's folder.</summary>
    internal async Task CopyToAsync(TemporaryFolder folder)
    {
        await _made.Value;
        foreach (var file in Directory.GetFiles(_folder.PathOf("."), File + "*"))
        {
            System.IO.File.Copy(file, folder.PathOf(Path.GetFileName(file)));
        }
    }

    private static Live One(int number, Random chance)
    {
        var (liked, price, reviewed) = (chance.Next(500), chance.Next(100, 10_000), number % 3 != 0);
        return new Live
        {
            Id = $"{900_000_000_000_000_000 + number}",
            ObservedAt = First.AddDays(400),
            SpeakerId = $"speaker-{chance.Next(40)}",
            CreatedAt = First.AddDays(number - 5),
            StartsAt = First.AddDays(number),
            LikedNum = liked,
            AmountFen = price,
            OriginalPriceFen = price,
            SeatsTaken = chance.Next(10, 5000),
            SpeakerMessageCount = chance.Next(20, 400),
            DurationSeconds = 3600,
            ReviewCount = reviewed ? chance.Next(18, 300) : 0,
            ReviewScore = reviewed ? Math.Round(3.5 + Math.Sqrt(liked / 500.0) - (price > 5000 ? 0.4 : 0) + (0.1 * chance.NextDouble()), 2) : null,
        };
    }

    private async Task MakeAsync()
    {
        await AddLivesAsync(_folder.PathOf(File), 0, Count);
        Published = await TrainAsync("--regressor", "mtb-dnn-2019");
        Grown = await TrainAsync();
    }

    private Task<JsonElement> TrainAsync(params string[] arguments) =>
        new Program(_folder.PathOf(".")) { IsAsShipped = true }.RunJsonAsync(["train", "--store", $"sqlite:{File}", .. arguments]);
}
