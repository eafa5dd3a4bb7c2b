namespace LiveQuality.Mining.Models.Trees;

/// <summary>An inner node of a tree.</summary>
/// <param name="Column">What it looks at.</param>
/// <param name="Threshold">Rows go left up to here.</param>
/// <param name="Left">The next node, or the complement of a leaf's number.</param>
/// <param name="Right">The same.</param>
internal readonly record struct TreeSplit(int Column, float Threshold, int Left, int Right);
