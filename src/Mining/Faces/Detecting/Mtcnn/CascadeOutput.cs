using static TorchSharp.torch;

namespace LiveQuality.Mining.Faces.Detecting.Mtcnn;

/// <summary>What a net says, in managed memory, one place (a crop, or a cell of P-Net's map) after the other.</summary>
internal sealed class CascadeOutput
{
    private readonly int _places;
    private readonly float[] _scores;
    private readonly float[] _moves;
    private readonly float[] _points;

    private CascadeOutput(int places, float[] scores, float[] moves, float[] points) => (_places, _scores, _moves, _points) = (places, scores, moves, points);

    /// <summary>Runs a net on crops, or P-Net on one picture.</summary>
    /// <param name="net">The net.</param>
    /// <param name="input">[n, 3, h, w]; n is 1 where the net answers with a map.</param>
    public static CascadeOutput Of(CascadeNet net, Tensor input)
    {
        using var inference = inference_mode();
        var heads = net.forward(input);
        var scores = Flat(heads[0]);
        return new CascadeOutput(scores.Length / 2, scores, Flat(heads[1]), heads.Length > 2 ? Flat(heads[2]) : []);
    }

    /// <summary>Probability of a face at a place: softmax of the two values.</summary>
    public double Score(int place) => 1 / (1 + Math.Exp(_scores[place] - _scores[_places + place]));

    /// <summary>Where the face is, said of a rectangle that the net has seen.</summary>
    public FaceBox Move(int place, FaceBox seen) => seen.Move(
        _moves[place], _moves[_places + place], _moves[(2 * _places) + place], _moves[(3 * _places) + place]);

    /// <summary>One of O-Net's ten numbers.</summary>
    public double Points(int place, int number) => _points[(number * _places) + place];

    // [n, values, h, w] to values x (n h w).
    private static float[] Flat(Tensor head) => head.transpose(0, 1).contiguous().data<float>().ToArray();
}
