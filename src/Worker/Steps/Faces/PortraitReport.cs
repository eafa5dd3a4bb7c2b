namespace LiveQuality.Worker.Steps.Faces;

/// <summary>What became of the speakers' portraits.</summary>
internal sealed record PortraitReport : ICounted
{
    /// <summary>Nets and heads that looked, one line; null where there was no portrait.</summary>
    public string? Model { get; init; }

    /// <summary>Whether one of them may be used for research only.</summary>
    public bool ResearchOnly { get; init; }

    /// <summary>Portraits of speakers, without those of people who asked to be forgotten.</summary>
    public int Portraits { get; init; }

    /// <summary>Those that this model had looked at before.</summary>
    public int AsBefore { get; init; }

    /// <summary>Pictures in which a face was judged.</summary>
    public int Faces { get; init; }

    /// <summary>Pictures in which none was.</summary>
    public int Abstained { get; init; }

    /// <summary>Bytes that were no picture.</summary>
    public int Refused { get; init; }

    /// <summary>Pictures of nobody, which are not fetched.</summary>
    public int DefaultAvatars { get; init; }

    /// <summary>Those of the others whose bytes had been looked at under another address.</summary>
    public int SameBytes { get; init; }

    /// <summary>Pictures that could not be had; the next run tries again.</summary>
    public int Failed { get; init; }

    /// <summary>Pictures that the recording does not hold.</summary>
    public int NotRecorded { get; init; }

    /// <summary>Pictures that were not asked for: robots.txt or the day's budget forbids it, or a pause that the host has asked for.</summary>
    public int Withheld { get; init; }

    /// <summary>Pictures for which the host has turned us down.</summary>
    public int TurnedDown { get; init; }

    /// <summary>One line where the pictures could not be had; null where some could, or none was wanted.</summary>
    public string? Problem { get; init; }

    /// <summary>Bytes of bodies as they went over the wire.</summary>
    public long Bytes { get; init; }

    IReadOnlyDictionary<string, long> ICounted.Counts => new Dictionary<string, long>
    {
        ["portraits"] = Portraits,
        ["asBefore"] = AsBefore,
        ["faces"] = Faces,
        ["abstained"] = Abstained,
        ["refused"] = Refused,
        ["defaultAvatars"] = DefaultAvatars,
        ["sameBytes"] = SameBytes,
        ["failed"] = Failed,
        ["notRecorded"] = NotRecorded,
        ["withheld"] = Withheld,
        ["turnedDown"] = TurnedDown,
        ["bytes"] = Bytes,
    };
}
