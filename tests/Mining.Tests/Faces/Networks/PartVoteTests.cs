using CsCheck;
using LiveQuality.Mining.Faces.Networks;
using Xunit;

namespace LiveQuality.Mining.Tests.Faces.Networks;

public sealed class PartVoteTests
{
    private static readonly Gen<float[]> Voter = Gen.Float[0.01f, 1f].Array[4].Select(values => Array.ConvertAll(values, value => value / values.Sum()));

    [Fact]
    public void Votes_ThreeHalfSureAgainstTwoSure_Differ()
    {
        float[][] voters = [[0.4f, 0.3f, 0.3f], [0.4f, 0.3f, 0.3f], [0.4f, 0.3f, 0.3f], [0, 1, 0], [0, 1, 0]];

        Assert.Equal(new Vote(0, 0.6), PartVote.Majority(voters));
        // (.3 + .3 + .3 + 1 + 1) / 5 against (.4 + .4 + .4) / 5.
        Assert.Equal(1, PartVote.Weighted(voters).Class);
        Assert.Equal(0.58, PartVote.Weighted(voters).Confidence, 1e-6);
    }

    [Fact]
    public void Majority_AsManyVotesForTwo_GoesToTheSurer()
    {
        float[][] voters = [[0.5f, 0.3f, 0.2f], [0.3f, 0.6f, 0.1f]];

        Assert.Equal(new Vote(1, 0.5), PartVote.Majority(voters));
    }

    [Fact]
    public void Votes_AllEqual_GoToTheFirstClass()
    {
        float[][] voters = [[0.5f, 0.5f], [0.5f, 0.5f]];

        Assert.Equal(0, PartVote.Majority(voters).Class);
        Assert.Equal(new Vote(0, 0.5), PartVote.Weighted(voters));
    }

    [Fact]
    public void Votes_AnyOrderOfVoters_GiveTheSameClass() =>
        Gen.Select(Voter.Array[5], Gen.Int[0, 4]).Sample(
            (voters, turn) =>
            {
                float[][] turned = [.. voters[turn..], .. voters[..turn]];
                Assert.Equal(PartVote.Majority(voters).Class, PartVote.Majority(turned).Class);
                Assert.Equal(PartVote.Weighted(voters).Class, PartVote.Weighted(turned).Class);
            },
            iter: 1000,
            seed: "0N0XIzNsQ0O2");

    [Fact]
    public void Majority_MoreThanHalfOfOneMind_Wins() =>
        Gen.Select(Voter, Voter.Array[2]).Sample(
            (mind, others) => Assert.Equal(Array.IndexOf(mind, mind.Max()), PartVote.Majority([mind, others[0], mind, others[1], mind]).Class),
            iter: 1000,
            seed: "0N0XIzNsQ0O2");

    [Fact]
    public void Votes_OneVoter_AreItsLikeliestClass() =>
        Voter.Sample(
            voter =>
            {
                Assert.Equal(new Vote(Array.IndexOf(voter, voter.Max()), 1), PartVote.Majority([voter]));
                Assert.Equal(new Vote(Array.IndexOf(voter, voter.Max()), voter.Max()), PartVote.Weighted([voter]));
            },
            iter: 1000,
            seed: "0N0XIzNsQ0O2");

    [Fact]
    public void Votes_NobodyOrDifferentClasses_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => PartVote.Majority([]));
        Assert.Throws<ArgumentException>(() => PartVote.Weighted([[0.5f, 0.5f], [1f]]));
    }
}
