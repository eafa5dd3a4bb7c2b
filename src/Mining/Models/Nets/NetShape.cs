namespace LiveQuality.Mining.Models.Nets;

/// <summary>
/// The form of a small network: layers with ReLU that are shared, then one output, or several branches (a narrow layer with ReLU6 and an output of its own)
/// whose mean is the score.
/// </summary>
/// <param name="Kind">The name people and manifests use.</param>
/// <param name="Shared">Widths of the shared layers, from the input on.</param>
/// <param name="Branches">Width of the narrow layer of each branch; none where the last shared layer leads to the output.</param>
internal sealed record NetShape(string Kind, IReadOnlyList<int> Shared, IReadOnlyList<int> Branches)
{
    /// <summary>MTB-DNN as published: inputs-16-8-8, branches 8-4-1, 8-3-1 and 8-5-1 ("Data-driven Approach for Quality Evaluation on Knowledge Sharing Platform", figure 2).</summary>
    public static NetShape MtbDnn2019 { get; } = new(Nets.MtbDnn2019.Name, [16, 8, 8], [4, 3, 5]);

    /// <summary>The study's multilayer perceptron: inputs-16-8-8-1.</summary>
    public static NetShape Mlp { get; } = new("mlp", [16, 8, 8], []);
}
