namespace LiveQuality.Mining.Models.Trees;

/// <summary>How trees are boosted. The defaults are those of scikit-learn's histogram boosting, but for L2, which is ML.NET's.</summary>
/// <param name="Trees">How many, 1 or more.</param>
/// <param name="Leaves">Most leaves of each.</param>
/// <param name="RowsALeaf">Fewest rows of a leaf.</param>
/// <param name="LearningRate">Share of each tree that is added.</param>
/// <param name="L2">What is added to the rows of a leaf when its value is taken, 0 or more.</param>
/// <param name="ColumnShare">Share of the columns that a tree may look at.</param>
internal sealed record BoostingOptions(int Trees = 100, int Leaves = 31, int RowsALeaf = 20, double LearningRate = 0.1, double L2 = 0.01, double ColumnShare = 1);
