namespace LiveQuality.Mining.Faces.Training;

/// <summary>How a net is trained: Adam, a step size that rises to its peak in the first part of the steps and falls to 0 along half a cosine (Smith and Topin, "Super-Convergence", 2018; Loshchilov and Hutter, SGDR, 2017).</summary>
/// <param name="Epochs">Passes over the rows at most.</param>
/// <param name="BatchSize">Rows a step, or all where there are fewer; what is left over at the end of a pass waits for the next one, drawn anew.</param>
/// <param name="LearningRate">Highest step size.</param>
/// <param name="WeightDecay">Share of each weight that is added to its gradient.</param>
/// <param name="Patience">Passes without a better validation score after which training stops.</param>
internal sealed record TrainingPlan(int Epochs, int BatchSize, double LearningRate, double WeightDecay, int Patience)
{
    /// <summary>For nets over what pretrained nets say.</summary>
    public static readonly TrainingPlan OverFeatures = new(Epochs: 60, BatchSize: 64, LearningRate: 0.001, WeightDecay: 1e-4, Patience: 20);

    private const double Rising = 0.15;

    /// <summary>Step size at a point of the training.</summary>
    /// <param name="done">Share of all steps that is done, 0..1.</param>
    public double RateAt(double done) => LearningRate * (done < Rising ? done / Rising : (1 + Math.Cos(Math.PI * (done - Rising) / (1 - Rising))) / 2);
}
