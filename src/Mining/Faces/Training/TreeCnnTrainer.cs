using LiveQuality.Mining.Faces.Data;
using LiveQuality.Mining.Faces.Embedding;
using LiveQuality.Mining.Faces.Evaluating;
using LiveQuality.Mining.Faces.Heads;
using LiveQuality.Mining.Faces.Networks.Light;
using LiveQuality.Mining.Features;
using LiveQuality.Mining.Models;
using LiveQuality.Mining.Models.Nets;
using TorchSharp;
using static TorchSharp.torch;

namespace LiveQuality.Mining.Faces.Training;

/// <summary>
/// Trains <see cref="TreeCnnScorer"/>. The nets learn from taggers' votes where there are some (Barsoum et al., "Training Deep Networks for Facial Expression Recognition with Crowd-Sourced Label Distribution", 2016), else from
/// the one label. Where the labels are single, rare classes weigh more: by the square root of how rare they are, half-way between accuracy and mean recall.
/// </summary>
/// <param name="plan">How the nets over pixels are trained.</param>
/// <param name="start">Whose nets they begin as, all but the last layers, which know its answers; null for none.</param>
internal sealed class TreeCnnTrainer(TrainingPlan plan, IFaceHead? start = null) : IFaceTrainer
{
    private static readonly TrainingPlan Plan = new(Epochs: 20, BatchSize: 128, LearningRate: 0.003, WeightDecay: 1e-4, Patience: 20);

    // Smaller steps, so that what was learned before is not lost.
    private const double LearningRateAfterStart = 0.001;

    // C of the voters on features; weaker penalties gain nothing on a validation part of FER+ and UTKFace.
    private const double InversePenalty = 1e-3;

    private const int ValidationBatch = 250;

    private static readonly (string Task, Func<LabelledFace, string?> Read)[] Attributes =
    [
        (FaceTasks.Gender, label => label.Gender),
        // "Other" is no class that a face can be recognised by.
        (FaceTasks.Race, label => label.Race == "other" ? null : label.Race),
    ];

    /// <summary>By the plan that scores best here.</summary>
    /// <param name="start">A head of the same kind; null to begin at chance.</param>
    public TreeCnnTrainer(IFaceHead? start = null)
        : this(start is null ? Plan : Plan with { LearningRate = LearningRateAfterStart }, start)
    {
    }

    /// <inheritdoc/>
    public string Kind => TreeCnnScorer.Name;

    /// <inheritdoc/>
    public IFaceHead Train(TrainingSet set, int seed, string checkpointPath, IProgress<FitProgress>? progress, CancellationToken cancellationToken)
    {
        var blocks = PretrainedBlocks.Of(set.Faces[0].Features);
        var state = new Dictionary<string, WeightTensor>(StringComparer.Ordinal);
        var classes = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var metrics = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (task, read) in Attributes.Where(attribute => set.Any(label => attribute.Read(label) is not null)))
        {
            LearnAttribute(task, read);
        }

        if (set.Any(label => label.Age is not null))
        {
            LearnAge();
        }

        if (set.Any(label => label.Expression is not null))
        {
            LearnExpression(set.With(FaceTasks.Expression, label => label.Expression is not null).Enough(FaceTasks.Expression));
        }

        return state.Count > 0
            ? new TreeCnnScorer(set.Manifest(Kind, blocks, classes, seed, metrics, state) with { Start = classes.ContainsKey(FaceTasks.Expression) ? start?.Manifest.Id : null }, state)
            : throw new MiningException("none of the faces has a label to learn from: expression, age, gender or race");

        void LearnAttribute(string task, Func<LabelledFace, string?> read)
        {
            var labelled = set.With(task, label => read(label) is not null).Enough(task);
            var names = labelled.Faces.Select(face => read(face.Label)!).Distinct().Order(StringComparer.Ordinal).ToArray();
            var (fit, validation) = labelled.Split(seed);
            var voter = ClassVoter.Fit(labelled.Rows(blocks, fit), OneHot(fit), InversePenalty, null, null, cancellationToken);
            var said = validation.Select(face => Best(ClassVoter.Vote(voter, labelled.Faces[face].Features, blocks))).ToArray();
            metrics[$"{task}.n"] = validation.Length;
            metrics[$"{task}.accuracy"] = Agreement.Accuracy(said, [.. validation.Select(Answer)]);
            classes[task] = names;
            int[] all = [.. Enumerable.Range(0, labelled.Faces.Count)];
            state.AddPart(task, ClassVoter.Fit(labelled.Rows(blocks, all), OneHot(all), InversePenalty, null, null, cancellationToken).State);

            int Answer(int face) => Array.IndexOf(names, read(labelled.Faces[face].Label));
            Matrix OneHot(int[] faces) => Matrix.Of(faces.Length, names.Length, [.. faces.SelectMany(face => Enumerable.Range(0, names.Length).Select(at => at == Answer(face) ? 1.0 : 0))]);
        }

        void LearnAge()
        {
            var labelled = set.With(FaceTasks.Age, label => label.Age is not null).Enough(FaceTasks.Age);
            var (fit, validation) = labelled.Split(seed);
            var trial = BayesianMean.Fit(labelled.Rows(blocks, fit), labelled.Targets(label => label.Age, fit), whitened: 0, seed, cancellationToken);
            metrics[$"{FaceTasks.Age}.n"] = validation.Length;
            metrics[$"{FaceTasks.Age}.mae"] = validation.Average(face => Math.Abs(trial.Of(labelled.Rows(blocks, [face])).Mean - labelled.Faces[face].Label.Age!.Value));
            int[] all = [.. Enumerable.Range(0, labelled.Faces.Count)];
            state.AddPart(FaceTasks.Age, BayesianMean.Fit(labelled.Rows(blocks, all), labelled.Targets(label => label.Age, all), whitened: 0, seed, cancellationToken).State);
        }

        void LearnExpression(TrainingSet labelled)
        {
            var names = labelled.Faces.Select(face => face.Label.Expression!).Distinct().Order(StringComparer.Ordinal).ToArray();
            var (fit, validation) = labelled.Split(seed);
            var targets = ExpressionTargets.Of(labelled, names);
            using var chance = new Generator((ulong)seed);
            using var net = new TreeLight(names.Length, chance);
            Begin(net);
            var answers = validation.Select(face => Array.IndexOf(names, labelled.Faces[face].Label.Expression)).ToArray();
            var checkpoint = new TrainingCheckpoint(checkpointPath, $"{Kind} {GreyChip.Frame.Name} {labelled.DataKey} {seed} {plan} {start?.Manifest.Id}");
            new NetTrainer(plan, seed, checkpoint).Fit(net, chance, fit.Length, Loss, Validate, progress, cancellationToken);
            var voter = ClassVoter.Fit(labelled.Rows(blocks, fit), targets.Rows(fit), InversePenalty, targets.Weights(fit), null, cancellationToken);
            var votes = NetVotes().Append([.. validation.Select(face => ClassVoter.Vote(voter, labelled.Faces[face].Features, blocks))]).ToArray();
            var pool = VotePool.Fit(votes, answers);
            Report(votes, pool);
            classes[FaceTasks.Expression] = names;
            state.AddPart(FaceTasks.Expression, voter.State);
            state.AddPart(TreeCnnScorer.NetPart, ModuleState.Read(net));
            state.AddPart(TreeCnnScorer.PoolPart, pool.State);

            float[] Chip(int face) => labelled.Faces[face].Features[GreyChip.Block];

            Tensor Loss(int[] batch, Random random)
            {
                int[] faces = [.. batch.Select(at => fit[at])];
                const int pixels = GreyChip.Side * GreyChip.Side;
                var values = new float[faces.Length * pixels];
                for (var i = 0; i < faces.Length; i++)
                {
                    ChipAugmentation.Change(Chip(faces[i]), values.AsSpan(i * pixels, pixels), random);
                }

                var said = net.call(AlignedTensor.Of(values, faces.Length, 1, GreyChip.Side, GreyChip.Side));
                using var wanted = targets.Tensor(faces);
                // The five nets share nothing: the sum of their losses trains each as if it were alone.
                return torch.stack([.. said.Select(logits => logits.log_softmax(1).mul(wanted).sum(1).mean())]).sum().neg();
            }

            double Validate() => Score(NetVotes().Take(1).ToArray()[0]);

            IEnumerable<double[][]> NetVotes()
            {
                var parts = validation.Chunk(ValidationBatch).Select(chunk => TreeCnnScorer.Votes(net, [.. chunk.Select(Chip)])).ToArray();
                return Enumerable.Range(0, parts[0].Length).Select(each => parts.SelectMany(part => part[each]).ToArray());
            }

            // Half accuracy, half mean recall where labels are single; accuracy where taggers voted, as their authors count.
            double Score(double[][] said)
            {
                int[] best = [.. said.Select(Best)];
                var accuracy = Agreement.Accuracy(best, answers);
                return targets.AreVotes ? accuracy : (accuracy + Agreement.MeanRecall(best, answers)) / 2;
            }

            void Report(double[][][] voters, VotePool pooled)
            {
                int[] best = [.. Enumerable.Range(0, answers.Length).Select(row => Best(pooled.Of([.. voters.Select(each => each[row])])))];
                metrics[$"{FaceTasks.Expression}.n"] = answers.Length;
                metrics[$"{FaceTasks.Expression}.accuracy"] = Agreement.Accuracy(best, answers);
                metrics[$"{FaceTasks.Expression}.meanRecall"] = Agreement.MeanRecall(best, answers);
                for (var each = 0; each < voters.Length; each++)
                {
                    metrics[$"{FaceTasks.Expression}.voter{each}.accuracy"] = Agreement.Accuracy([.. voters[each].Select(Best)], answers);
                }
            }
        }
    }

    private void Begin(TreeLight net)
    {
        if (start is null)
        {
            return;
        }

        var state = ModuleState.Read(net);
        foreach (var (name, tensor) in start.State.Part(TreeCnnScorer.NetPart).Where(entry => !TreeLight.IsAnswer(entry.Key)))
        {
            state[name] = tensor;
        }

        ModuleState.Write(net, state);
    }

    private static int Best(double[] shares) => Array.IndexOf(shares, shares.Max());
}
