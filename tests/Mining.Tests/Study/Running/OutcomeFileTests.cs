using LiveQuality.Mining.Study;
using LiveQuality.Mining.Study.Running;
using LiveQuality.Tests;
using Xunit;

namespace LiveQuality.Mining.Tests.Study.Running;

public sealed class OutcomeFileTests : IDisposable
{
    private static readonly StudyUnit Unit = new(new Trial(StudyRegressors.Of(StudyEdition.A)[0], FoldsBy.Shuffle, StudyFlaws.Of(StudyProtocol.Honest)), [0]);
    private static readonly UnitOutcome Outcome = new(Unit.Key, 1.5, [new FoldOutcome([[Math.PI, 1.0 / 3]], 0.1, 7, ["amount"], null, 1, 0)]);

    private readonly TemporaryFolder _folder = new();
    private readonly string _path;

    public OutcomeFileTests() => _path = _folder.PathOf("outcomes.jsonl");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Open_Resumed_HasWhatWasDone_ToTheBit()
    {
        Keep();

        using var file = OutcomeFile.Open(_path, "study", resume: true);

        Assert.Equal(Outcome.Folds[0].Predicted, file.Find(Unit)!.Folds[0].Predicted);
    }

    [Fact]
    public void Open_NotResumed_StartsEmpty()
    {
        Keep();

        using var file = OutcomeFile.Open(_path, "study", resume: false);

        Assert.Null(file.Find(Unit));
    }

    [Fact]
    public void Open_OfAnotherStudy_IsRefused()
    {
        Keep();

        Assert.Contains("another study", Assert.Throws<MiningException>(() => OutcomeFile.Open(_path, "other", resume: true)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_LastLineTorn_CountsAsNotDone_AndGoesOn()
    {
        Keep();
        File.WriteAllText(_path, File.ReadAllText(_path)[..^20]);

        using (var file = OutcomeFile.Open(_path, "study", resume: true))
        {
            Assert.Null(file.Find(Unit));
            file.Add(Outcome);
        }

        using var again = OutcomeFile.Open(_path, "study", resume: true);
        Assert.NotNull(again.Find(Unit));
    }

    private void Keep()
    {
        using var file = OutcomeFile.Open(_path, "study", resume: false);
        file.Add(Outcome);
    }
}
