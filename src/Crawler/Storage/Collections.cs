using LiveQuality.Crawler.Records;

namespace LiveQuality.Crawler.Storage;

/// <summary>Every collection there is, under the same name in both houses. The frontier has an interface of its own, <see cref="IFrontier"/>.</summary>
public static class Collections
{
    private const string ObservedAt = "observedAt";

    /// <summary>Name of the frontier's table or collection.</summary>
    public const string Frontier = "frontier";

    /// <summary>One current record a live; changes are noted in <see cref="Observations"/>.</summary>
    public static Collection<Live> Lives { get; } = new("lives", RecordJson.Relaxed.Live, MergePolicy.Merge)
    {
        Indexes = [LivesBySpeaker],
        Bookkeeping = [ObservedAt, "version"],
    };

    /// <summary>What changed in lives, and when.</summary>
    public static Collection<Observation> Observations { get; } = new("observations", RecordJson.Relaxed.Observation, MergePolicy.Replace)
    {
        Indexes = [ObservationsByLive],
    };

    /// <summary>People and organisations that speak.</summary>
    public static Collection<Speaker> Speakers { get; } = new("speakers", RecordJson.Relaxed.Speaker, MergePolicy.Merge)
    {
        Bookkeeping = [ObservedAt],
    };

    /// <summary>What listeners say.</summary>
    public static Collection<Review> Reviews { get; } = new("reviews", RecordJson.Relaxed.Review, MergePolicy.Merge)
    {
        Indexes = [ReviewsByLive],
        Bookkeeping = [ObservedAt],
    };

    /// <summary>Speakers' pictures, and what is said of the faces in them: a crawl says nothing of faces, so what is said stays.</summary>
    public static Collection<Portrait> Portraits { get; } = new("portraits", RecordJson.Relaxed.Portrait, MergePolicy.Merge)
    {
        // Views of one picture differ in host and size.
        Bookkeeping = [ObservedAt, "url"],
    };

    /// <summary>What to fetch. Written and read by the steps of <see cref="IFrontier"/> only.</summary>
    internal static Collection<FrontierItem> FrontierItems { get; } = new(Frontier, RecordJson.Relaxed.FrontierItem, MergePolicy.Replace);

    /// <summary>Hosts that were crawled: robots.txt, pauses, today's requests.</summary>
    public static Collection<Host> Hosts { get; } = new("hosts", RecordJson.Relaxed.Host, MergePolicy.Replace);

    /// <summary>What could not become a record.</summary>
    public static Collection<QuarantineEntry> Quarantine { get; } = new("quarantine", RecordJson.Relaxed.QuarantineEntry, MergePolicy.Replace)
    {
        Indexes = [QuarantineByKind],
        Bookkeeping = [ObservedAt],
    };

    /// <summary>Trained models: the same training gives the same model again; what became of it, promotions and verdicts, goes over.</summary>
    public static Collection<ModelRecord> Models { get; } = new("models", RecordJson.Relaxed.ModelRecord, MergePolicy.Merge)
    {
        Indexes = [ModelsByCreation],
        Bookkeeping = ["createdAt", "codeVersion"],
    };

    /// <summary>The current score of each live.</summary>
    public static Collection<Score> Scores { get; } = new("scores", RecordJson.Relaxed.Score, MergePolicy.Replace)
    {
        Indexes = [ScoresByValue],
        Bookkeeping = ["scoredAt"],
    };

    /// <summary>Every command and job that ran.</summary>
    public static Collection<Run> Runs { get; } = new("runs", RecordJson.Relaxed.Run, MergePolicy.Replace);

    /// <summary>What somebody should hear of, and whether they have.</summary>
    public static Collection<Notice> Notices { get; } = new("notices", RecordJson.Relaxed.Notice, MergePolicy.Replace)
    {
        Indexes = [NoticesByState],
    };

    /// <summary>Every collection: what a house makes when it is opened.</summary>
    internal static IReadOnlyList<Collection> All { get; } =
        [Lives, Observations, Speakers, Reviews, Portraits, FrontierItems, Hosts, Quarantine, Models, Scores, Runs, Notices];

    /// <summary>The names of all collections, in the order people read them.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(collection => collection.Name)];

    /// <summary>Lives of one speaker.</summary>
    public static Field<Live> LivesBySpeaker => new("speakerId");

    /// <summary>Observations of one live.</summary>
    public static Field<Observation> ObservationsByLive => new("liveId");

    /// <summary>Reviews of one live.</summary>
    public static Field<Review> ReviewsByLive => new("liveId");

    /// <summary>Quarantined payloads of one kind.</summary>
    public static Field<QuarantineEntry> QuarantineByKind => new("kind");

    /// <summary>Models, oldest first.</summary>
    public static Field<ModelRecord> ModelsByCreation => new("createdAt");

    /// <summary>Notices of one state.</summary>
    public static Field<Notice> NoticesByState => new("state");

    /// <summary>Scores, lowest first.</summary>
    public static Field<Score> ScoresByValue => new("value");
}
