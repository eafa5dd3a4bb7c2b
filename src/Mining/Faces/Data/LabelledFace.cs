namespace LiveQuality.Mining.Faces.Data;

/// <summary>A picture of a face and what people said of it; what nobody said is null.</summary>
/// <param name="File">Name of the picture in its archive.</param>
/// <param name="Attractiveness">Mean of the raters, 1..5.</param>
/// <param name="Age">Years, 0..116.</param>
/// <param name="Gender"><c>female</c> or <c>male</c>.</param>
/// <param name="Race">For example <c>asian</c>.</param>
/// <param name="Expression">One of the data set's names, for example <c>happiness</c>.</param>
/// <param name="Votes">Taggers' votes by name of the expression; empty where only the majority is known.</param>
internal sealed record LabelledFace(
    string File, double? Attractiveness, double? Age, string? Gender, string? Race, string? Expression, IReadOnlyDictionary<string, double> Votes);
