namespace LiveQuality.ZhihuSite.Worlds;

/// <summary>Makes speakers, and draws what the lives of one speaker have in common.</summary>
internal sealed class SpeakerMaker(int seed, WorldParameters parameters)
{
    private const double DefaultAvatarShare = 0.06;
    private const double GoneShare = 0.004;
    private readonly Factor _shared = Factor.Of(parameters.Between) ?? throw new ArgumentException("Between is no covariance matrix", nameof(parameters));

    /// <summary>How many lives the speaker has, 1..</summary>
    public int Lives(int index) => 1 + Chance.For(seed, "lives-of-speaker", index).PickIndex(parameters.LivesPerSpeaker);

    /// <summary>The speaker's part of the normal scores of each of the speaker's lives; the last is the score's.</summary>
    public double[] Shared(int index)
    {
        var chance = Chance.For(seed, "speaker-scores", index);
        return [.. _shared.Draw(chance), parameters.Score.SharedDeviation * chance.NextNormal()];
    }

    public WorldSpeaker Make(int index, double[] shared, int lives)
    {
        var chance = Chance.For(seed, "speaker", index);
        var isPerson = Value("user_type", shared) > 0;
        var topic = Phrases.Topic(chance, (int)Value("tag_id", shared));
        // People with liked lives have followers: the likes' shared score moves the logarithm.
        var followers = Math.Exp(8 + (1.5 * shared[parameters.IndexOf("liked_num")]) + (1.2 * chance.NextNormal()));
        var voteups = followers * Math.Exp(0.8 + (0.7 * chance.NextNormal()));
        var id = chance.NextHex(32);
        return new WorldSpeaker
        {
            Id = id,
            Name = isPerson ? Names.Person(chance) : Names.Organisation(chance),
            UrlToken = Names.Token(chance),
            Headline = chance.NextBool(0.05) ? "" : Phrases.Headline(chance, topic),
            Description = Phrases.Headline(chance, topic) + "。",
            Gender = isPerson ? (int)Value("gender", shared) : null,
            Badges = (int)Value("badge", shared),
            HasAuthenticated = Value("has_authenticated", shared) > 0,
            Avatar = Names.Avatar(chance, id, DefaultAvatarShare),
            Followers = (long)followers,
            Voteups = (long)voteups,
            Thanks = (long)(voteups * 0.2),
            Favorites = (long)(voteups * 0.45),
            Answers = (int)(Math.Exp(5 + chance.NextNormal())),
            Articles = (int)(Math.Exp(2 + (1.3 * chance.NextNormal()))),
            Lives = lives,
            IsGone = chance.NextBool(GoneShare),
        };
    }

    private double Value(string column, double[] scores)
    {
        var at = parameters.IndexOf(column);
        return parameters.Columns[at].At(scores[at]);
    }
}
