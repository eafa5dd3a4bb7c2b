using LiveQuality.Crawler.Records;
using LiveQuality.Crawler.Storage;
using LiveQuality.Tests;
using LiveQuality.Tests.Faces;
using LiveQuality.Worker.Tests.Jobs;
using Xunit;

namespace LiveQuality.Worker.Tests.Http.Api;

/// <summary>The service with faces on, in a process of its own, over a store with portraits. Needs the installed models; without them its tests are skipped.</summary>
public sealed class FaceSite : IAsyncLifetime
{
    public const string Portrait = "00000000000000aa";
    public const string WithoutFace = "00000000000000bb";
    public const string Forgotten = "00000000000000cc";
    public const int LargestBody = 512 * 1024;

    // Of the nets with clean licences: as long as theirs, and of others.
    private const int EmbeddingLength = 128;

    private readonly TemporaryFolder _folder = new();
    private Service? _service;

    public HttpClient Client { get; } = new();

    private string Store => $"sqlite:{_folder.PathOf("faces.db")}";

    public static byte[] Face { get; } = new DrawnFace(1).Encode(160);

    public async ValueTask InitializeAsync()
    {
        var models = Environment.GetEnvironmentVariable("LIVEQUALITY_FACE_MODELS");
        if (!Directory.Exists(models))
        {
            return;
        }

        await AddAsync(
            One(Portrait, new FaceResult { Model = "m", Outcome = FaceOutcomes.Face, SpeakerIds = ["s"], Attractiveness = new FaceEstimate(3.2, 0.3), Embedding = [1, .. new float[EmbeddingLength - 1]] }),
            One(WithoutFace, new FaceResult { Model = "m", Outcome = FaceOutcomes.Abstained, Reason = "NoFace", SpeakerIds = ["s"] }),
            One(Forgotten, new FaceResult { Model = "m", Outcome = FaceOutcomes.Face, SpeakerIds = ["s"], Embedding = [1, 0] }) with { Forgotten = true });
        _service = Service.Start(
            _folder.PathOf("."), Store, ("Faces:Enabled", "true"), ("Faces:Models:Folder", models!), ("Http:LargestBody", $"{LargestBody}"), ("Schedule:FirstRunAtStart", "false"));
        Client.BaseAddress = _service.Address;
        await Client.UntilAsync("/health/ready", (answer, _) => answer.IsSuccessStatusCode);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (_service is not null)
        {
            await _service.DisposeAsync();
        }

        _folder.Dispose();
    }

    /// <summary>Writes portraits into the store, as another process would.</summary>
    internal async Task AddAsync(params Portrait[] portraits)
    {
        await using var store = StoreFactory.Create(Store, mustExist: false, TimeProvider.System);
        await store.OpenAsync(CancellationToken.None);
        await store.UpsertAsync(Collections.Portraits, portraits, CancellationToken.None);
        await store.UpsertAsync(Collections.Speakers, [new Speaker { Id = "s", ObservedAt = DateTimeOffset.UnixEpoch, PortraitId = Portrait }], CancellationToken.None);
    }

    internal static Portrait One(string id, FaceResult face) => new() { Id = id, ObservedAt = DateTimeOffset.UnixEpoch, Url = "https://pic.example/1.jpg", Face = face };
}
