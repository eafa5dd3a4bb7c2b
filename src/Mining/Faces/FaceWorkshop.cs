using LiveQuality.Mining.Faces.Data;
using LiveQuality.Mining.Faces.Embedding;
using LiveQuality.Mining.Faces.Evaluating;
using LiveQuality.Mining.Faces.Heads;
using LiveQuality.Mining.Faces.Training;
using LiveQuality.Mining.Models;

namespace LiveQuality.Mining.Faces;

/// <summary>Trains heads on data sets of labelled faces and measures them. Loads the pretrained nets once; what they say is cached on disk.</summary>
public sealed class FaceWorkshop : IDisposable
{
    private readonly FaceModelOptions _options;
    private readonly FaceReader _reader;
    private readonly FeatureCache _cache;
    private readonly FaceSetReader _sets;

    /// <param name="options">The pretrained nets; what they say is cached in the folder <c>features</c> beside them.</param>
    /// <exception cref="MiningException">A model is missing or damaged, or the folder cannot be written to.</exception>
    public FaceWorkshop(FaceModelOptions options)
    {
        _options = options;
        _reader = new FaceReader(options);
        _cache = new FeatureCache(Path.Combine(options.Folder, "features"), _reader.ChoiceId, _reader.Blocks);
        _sets = new FaceSetReader(_reader, _cache);
    }

    /// <summary>Networks that can be trained.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [TransFbpScorer.Name, CrNetScorer.Name, HmtNetScorer.Name, TreeCnnScorer.Name, TripletTrainer.Name];

    /// <summary>Trains a network and writes it.</summary>
    /// <param name="kind">One of <see cref="Kinds"/>.</param>
    /// <param name="dataPaths">Zips of labelled faces.</param>
    /// <param name="outPath">The manifest's path, best NAME.json; the numbers go to NAME.safetensors beside it.</param>
    /// <param name="seed">The same seed and data give the same files to the byte.</param>
    /// <param name="progress">Hears of pictures and passes; a change of the total is a new stage.</param>
    /// <param name="cancellationToken">Ends it; features and checkpoints stay, and the next call goes on from them.</param>
    /// <exception cref="MiningException">The data lack the labels that this network learns from, or cannot be read.</exception>
    public FaceTrainingReport Train(string kind, IReadOnlyList<string> dataPaths, string outPath, int seed, IProgress<FitProgress>? progress, CancellationToken cancellationToken)
    {
        var checkpoint = $"{outPath}.checkpoint";
        using var head = kind == TripletTrainer.Name
            ? TripletTrainer.Train(ReadPairs(dataPaths, progress, cancellationToken), seed, progress, cancellationToken)
            : TrainOnFaces(kind, ReadFaces(dataPaths, progress, cancellationToken), seed, checkpoint, progress, cancellationToken);
        FaceHeadFile.Write(outPath, head);
        RemoveCheckpoints(checkpoint);
        return new FaceTrainingReport(head.Manifest.Id, outPath, head.Manifest.Data.Sum(source => source.Faces), head.Manifest.Validation, head.Manifest.ResearchOnly);
    }

    /// <summary>Measures a head on labelled faces.</summary>
    /// <param name="dataPath">A zip of labelled faces or pairs.</param>
    /// <param name="task">One of <see cref="FaceEvaluation.Tasks"/>.</param>
    /// <param name="headPath">The manifest of a trained head; null for the one that comes with the program.</param>
    /// <param name="seed">Sets the bootstrap's draws.</param>
    /// <param name="progress">Hears of pictures.</param>
    /// <param name="cancellationToken">Ends it; features stay.</param>
    /// <exception cref="MiningException">The data lack that label or cannot be read, or the head does not answer that task.</exception>
    public FaceEvaluation Evaluate(string dataPath, string task, string? headPath, int seed, IProgress<FitProgress>? progress, CancellationToken cancellationToken)
    {
        using var head = FaceHeadFile.Read(headPath ?? BundledHeads.PathOf(_options.Embedding, BundledHeads.KindFor(task)));
        return task == FaceTasks.Verification
            ? VerificationEvaluator.Evaluate(ReadPairs([dataPath], progress, cancellationToken), head, seed)
            : FaceEvaluator.Evaluate(ReadFaces([dataPath], progress, cancellationToken), task, head, seed);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _reader.Dispose();
        _cache.Dispose();
    }

    private IFaceHead TrainOnFaces(string kind, TrainingSet set, int seed, string checkpoint, IProgress<FitProgress>? progress, CancellationToken cancellationToken)
    {
        using var start = kind == TreeCnnScorer.Name ? Start(set) : null;
        IFaceTrainer trainer = kind switch
        {
            TransFbpScorer.Name => new TransFbpTrainer(),
            CrNetScorer.Name => new CrNetTrainer(),
            HmtNetScorer.Name => new HmtNetTrainer(),
            TreeCnnScorer.Name => new TreeCnnTrainer(start),
            _ => throw new ArgumentException($"{kind} is no network", nameof(kind)),
        };
        return trainer.Train(set, seed, checkpoint, progress, cancellationToken);
    }

    // The one that comes with the program, if it learned nothing from these data: few data sets of expressions are as large as what it has seen.
    private IFaceHead? Start(TrainingSet set)
    {
        var bundled = BundledHeads.PathOf(_options.Embedding, TreeCnnScorer.Name);
        if (!File.Exists(bundled))
        {
            return null;
        }

        var head = FaceHeadFile.Read(bundled);
        if (head.Manifest.Data.Any(learned => set.Data.Any(source => source.Sha256 == learned.Sha256)))
        {
            head.Dispose();
            return null;
        }

        return head;
    }

    private static void RemoveCheckpoints(string path)
    {
        var full = Path.GetFullPath(path);
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(full)!, $"{Path.GetFileName(full)}*"))
        {
            File.Delete(file);
        }
    }

    private TrainingSet ReadFaces(IReadOnlyList<string> paths, IProgress<FitProgress>? progress, CancellationToken cancellationToken)
    {
        var (faces, sources, silent) = (new List<TrainingFace>(), new List<FaceDataSource>(), new List<LabelledFace>());
        foreach (var path in paths)
        {
            using var archive = FaceArchive.Open(path);
            var labels = archive.ReadLabels();
            var readings = _sets.Read(archive, [.. labels.Select(label => label.File)], progress, cancellationToken);
            var before = faces.Count;
            foreach (var (label, reading) in labels.Zip(readings))
            {
                if (reading.Features is { } features)
                {
                    faces.Add(new TrainingFace(features, label, sources.Count));
                }
                else
                {
                    silent.Add(label);
                }
            }

            sources.Add(new FaceDataSource(Path.GetFileName(path), archive.Sha256, faces.Count - before));
        }

        return faces.Count > 0 ? new TrainingSet(faces, sources, _reader.Id, silent) : throw new MiningException($"{string.Join(", ", paths)}: no face is found in any picture");
    }

    private PairSet ReadPairs(IReadOnlyList<string> paths, IProgress<FitProgress>? progress, CancellationToken cancellationToken)
    {
        if (paths is not [var path])
        {
            throw new MiningException($"pairs come from one file, not from {paths.Count}");
        }

        using var archive = FaceArchive.Open(path);
        var pairs = archive.ReadPairs();
        string[] files = [.. pairs.SelectMany(pair => new[] { pair.First, pair.Second }).Distinct(StringComparer.Ordinal)];
        var readings = _sets.Read(archive, files, progress, cancellationToken);
        var vectors = files.Zip(readings).Where(pair => pair.Second.Features is not null).ToDictionary(pair => pair.First, pair => IdentityVector.Of(pair.Second.Features!), StringComparer.Ordinal);
        return new PairSet(pairs, vectors, new FaceDataSource(Path.GetFileName(path), archive.Sha256, vectors.Count), _reader.Id);
    }
}
