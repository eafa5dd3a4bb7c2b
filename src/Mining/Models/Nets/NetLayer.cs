namespace LiveQuality.Mining.Models.Nets;

/// <summary>A fully connected layer inside the flat list of a network's weights.</summary>
/// <param name="Inputs">Width of the rows that come in.</param>
/// <param name="Outputs">Width of the rows that go out.</param>
/// <param name="Weights">Where its weights start: [outputs, inputs], last dimension fastest.</param>
/// <param name="Biases">Where its biases start.</param>
/// <param name="IsBounded">Whether ReLU6 follows rather than ReLU; no matter for the output.</param>
internal readonly record struct NetLayer(int Inputs, int Outputs, int Weights, int Biases, bool IsBounded);
