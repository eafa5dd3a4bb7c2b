using LiveQuality.Mining.Faces.Imaging;
using Microsoft.ML.OnnxRuntime;

namespace LiveQuality.Mining.Faces.Embedding;

/// <summary>A pretrained net in ONNX Runtime: one input of 1 x 3 x size x size floats, one output a block.</summary>
internal sealed class OnnxNet : IFeatureNet
{
    private static readonly RunOptions Plain = new();

    private readonly InferenceSession _session;
    private readonly PixelScale _scale;
    private readonly string[] _inputs;
    private readonly string[] _outputs;

    /// <param name="id">Name and version of the weights.</param>
    /// <param name="template">How it wants a face to lie.</param>
    /// <param name="scale">From bytes to what it was trained on.</param>
    /// <param name="blocks">What it says; names are those of the model's outputs unless <paramref name="outputs"/> has others.</param>
    /// <param name="model">Bytes of the ONNX model.</param>
    /// <param name="isReadTwice">Whether a face and its mirror image are read.</param>
    /// <param name="outputs">Names of the model's outputs, a block each.</param>
    public OnnxNet(string id, AlignmentTemplate template, PixelScale scale, IReadOnlyList<FeatureBlock> blocks, byte[] model, bool isReadTwice, IReadOnlyList<string>? outputs = null)
    {
        (Id, Template, Blocks, IsReadTwice, _scale) = (id, template, blocks, isReadTwice, scale);
        using var options = Options();
        _session = new InferenceSession(model, options);
        _inputs = [_session.InputNames.Single()];
        _outputs = [.. outputs ?? [.. blocks.Select(block => block.Name)]];
    }

    /// <inheritdoc/>
    public string Id { get; }

    /// <inheritdoc/>
    public AlignmentTemplate Template { get; }

    /// <inheritdoc/>
    public IReadOnlyList<FeatureBlock> Blocks { get; }

    /// <inheritdoc/>
    public bool IsReadTwice { get; }

    /// <summary>One thread, so that sums are always taken in one order and many faces can be read at once.</summary>
    public static SessionOptions Options() => new() { IntraOpNumThreads = 1, InterOpNumThreads = 1, ExecutionMode = ExecutionMode.ORT_SEQUENTIAL };

    /// <inheritdoc/>
    public float[][] Read(RgbImage aligned)
    {
        var size = Template.Size;
        if (aligned.Width != size || aligned.Height != size)
        {
            throw new ArgumentException($"{Id} reads {size}x{size} pixels, not {aligned.Width}x{aligned.Height}", nameof(aligned));
        }

        using var input = OrtValue.CreateTensorValueFromMemory(_scale.Apply(aligned), [1, RgbImage.Channels, size, size]);
        using var outputs = _session.Run(Plain, _inputs, [input], _outputs);
        return [.. outputs.Select(output => output.GetTensorDataAsSpan<float>().ToArray())];
    }

    /// <inheritdoc/>
    public void Dispose() => _session.Dispose();
}
