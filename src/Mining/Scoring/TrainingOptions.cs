using System.ComponentModel.DataAnnotations;
using LiveQuality.Mining.Models.Branched;
using LiveQuality.Mining.Models.Nets;
using Microsoft.Extensions.Options;

namespace LiveQuality.Mining.Scoring;

/// <summary>How a model is trained. Bound from <c>Mining:Training</c>.</summary>
public sealed class TrainingOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Mining:Training";

    /// <summary>What can be trained, the best first.</summary>
    public static IReadOnlyList<string> Regressors { get; } = [MtbDnn.Name, MtbDnn2019.Name];

    /// <summary>Least number of reviews that makes a live's mean rating worth learning from.</summary>
    /// <value>The default is 18, as in the study.</value>
    [Range(1, 1_000_000)]
    public int MinReviews { get; set; } = TrainingDefaults.MinReviews;

    /// <summary>What to train: <c>mtb-dnn</c>, or the network as published, <c>mtb-dnn-2019</c>.</summary>
    /// <value>The default is <c>mtb-dnn</c>.</value>
    [AllowedValues(MtbDnn.Name, MtbDnn2019.Name)]
    public string Regressor { get; set; } = TrainingDefaults.Regressor;

    /// <summary>Of <c>mtb-dnn-2019</c>: which columns to learn from: all 24, the 23 without the tag, or the 15 of the 24 that go best with the score. Where faces are looked at, the columns of portraits come besides.</summary>
    /// <value>The default is 15, as in the study's first table.</value>
    [AllowedValues(15, 23, 24)]
    public int Features { get; set; } = TrainingDefaults.Features;

    /// <summary>Sets the first weights and the order of the rows. The same seed and data give the same model to the bit.</summary>
    /// <value>The default is 42.</value>
    [Range(0, int.MaxValue)]
    public int Seed { get; set; } = TrainingDefaults.Seed;

    /// <summary>Of <c>mtb-dnn-2019</c>: passes over the training rows.</summary>
    /// <value>The default is 20, as published.</value>
    [Range(1, 10_000)]
    public int Epochs { get; set; } = TrainingDefaults.Epochs;
}

internal static class TrainingDefaults
{
    public const string Regressor = MtbDnn.Name;
    public const int MinReviews = 18;
    public const int Features = 15;
    public const int Seed = 42;
    public const int Epochs = MtbDnn2019.PublishedEpochs;
}

[OptionsValidator]
internal sealed partial class TrainingOptionsRanges : IValidateOptions<TrainingOptions>;
