namespace LiveQuality.Mining.Faces.Imaging;

/// <summary>What the structure of a file says before any decoder sees it.</summary>
/// <param name="Width">Pixels a row as stored.</param>
/// <param name="Height">Rows as stored.</param>
/// <param name="DecoderBytes">The most that the format's decoder keeps beside its output, in bytes, whatever the file holds.</param>
/// <param name="Scans">Passes over the picture.</param>
/// <param name="End">Where the picture ends in the file.</param>
internal readonly record struct ImageHeader(int Width, int Height, long DecoderBytes, int Scans, int End);
