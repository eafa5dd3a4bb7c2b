using SkiaSharp;

namespace LiveQuality.Tests.Faces;

/// <summary>A portrait of nobody: a face drawn with shades, so that a detector takes it for one. The same seed gives the same pixels.</summary>
/// <param name="Seed">Colours and proportions.</param>
internal sealed record DrawnFace(int Seed)
{
    private static readonly SKColor[] Skins = [new(0xF1, 0xCD, 0xB4), new(0xE3, 0xB4, 0x92), new(0xC6, 0x8F, 0x6A), new(0x9A, 0x66, 0x45), new(0x6E, 0x46, 0x2E)];
    private static readonly SKColor[] Hairs = [new(0x1E, 0x16, 0x12), new(0x4A, 0x30, 0x1E), new(0x7A, 0x56, 0x34), new(0x8A, 0x84, 0x80)];
    private static readonly SKColor[] Walls = [new(0xB8, 0xC2, 0xCC), new(0xD8, 0xD4, 0xCA), new(0x78, 0x86, 0x8C), new(0xA8, 0xB6, 0xA2)];

    /// <summary>Width of the face as a share of the picture's side.</summary>
    public float Share { get; init; } = 0.42f;

    /// <summary>Centre of the face, shares of the picture's sides.</summary>
    public SKPoint Centre { get; init; } = new(0.5f, 0.5f);

    /// <summary>Where the eyes are drawn, about: shares of the picture's sides; the one on the left of the picture, the other.</summary>
    public (SKPoint Left, SKPoint Right) Eyes
    {
        get
        {
            var (across, up) = (0.42f * Share / 2, 0.18f * Share / 2);
            return (new SKPoint(Centre.X - across, Centre.Y - up), new SKPoint(Centre.X + across, Centre.Y - up));
        }
    }

    /// <summary>The portrait as a file.</summary>
    /// <param name="side">Pixels.</param>
    /// <param name="format">Kind of file.</param>
    public byte[] Encode(int side = 256, SKEncodedImageFormat format = SKEncodedImageFormat.Png)
    {
        using var bitmap = Draw(side);
        using var data = bitmap.Encode(format, 95);
        return data.ToArray();
    }

    /// <summary>The portrait, RGBA.</summary>
    /// <param name="side">Pixels.</param>
    public SKBitmap Draw(int side = 256)
    {
        var bitmap = new SKBitmap(new SKImageInfo(side, side, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(bitmap);
        DrawOn(canvas, side);
        return bitmap;
    }

    /// <summary>Draws it on a square of a larger picture.</summary>
    /// <param name="canvas">Its origin is the square's corner.</param>
    /// <param name="side">Pixels.</param>
    public void DrawOn(SKCanvas canvas, int side)
    {
        var chance = new Random(Seed);
        var skin = Skins[chance.Next(Skins.Length)];
        var hair = Hairs[chance.Next(Hairs.Length)];
        using var wall = new SKPaint { Color = Walls[chance.Next(Walls.Length)] };
        canvas.Save();
        canvas.ClipRect(SKRect.Create(side, side));
        canvas.DrawRect(SKRect.Create(side, side), wall);

        // From here on the face is 2 wide and about 2.7 high around (0, 0).
        canvas.Translate(Centre.X * side, Centre.Y * side);
        canvas.Scale(Share * side / 2);
        Body(canvas, skin, hair, chance);
        Head(canvas, skin, hair, chance);
        var eyes = 0.40f + (0.04f * chance.NextSingle());
        foreach (var turn in new[] { -1f, 1f })
        {
            canvas.Save();
            canvas.Translate(turn * eyes, -0.18f);
            canvas.Scale(turn, 1);
            Eye(canvas, skin, hair);
            canvas.Restore();
        }

        Nose(canvas, skin);
        Mouth(canvas, skin, 0.34f + (0.06f * chance.NextSingle()));
        canvas.Restore();
    }

    private static void Body(SKCanvas canvas, SKColor skin, SKColor hair, Random chance)
    {
        Blob(canvas, 0, -0.25f, 1.22f, 1.35f, hair, 0.03f);
        Blob(canvas, 0, 2.75f, 2.2f, 1.2f, SKColor.FromHsl(360 * chance.NextSingle(), 30, 35), 0.03f);
        Blob(canvas, 0, 1.25f, 0.52f, 0.75f, Shade(skin, 0.78f), 0.03f);
        Blob(canvas, -1.0f, -0.05f, 0.12f, 0.25f, Shade(skin, 0.85f), 0.02f);
        Blob(canvas, 1.0f, -0.05f, 0.12f, 0.25f, Shade(skin, 0.85f), 0.02f);
    }

    private static void Head(SKCanvas canvas, SKColor skin, SKColor hair, Random chance)
    {
        using var outline = new SKPath();
        var chin = 1.28f + (0.1f * chance.NextSingle());
        outline.MoveTo(0, -1.2f);
        outline.CubicTo(0.75f, -1.2f, 1.0f, -0.75f, 0.98f, -0.1f);
        outline.CubicTo(0.96f, 0.6f, 0.62f, chin, 0, chin);
        outline.CubicTo(-0.62f, chin, -0.96f, 0.6f, -0.98f, -0.1f);
        outline.CubicTo(-1.0f, -0.75f, -0.75f, -1.2f, 0, -1.2f);
        using var shader = SKShader.CreateRadialGradient(new SKPoint(-0.15f, -0.1f), 1.5f, [Shade(skin, 1.08f), skin, Shade(skin, 0.62f)], [0, 0.5f, 1], SKShaderTileMode.Clamp);
        using var paint = new SKPaint { IsAntialias = true, Shader = shader };
        canvas.DrawPath(outline, paint);
        canvas.Save();
        canvas.ClipPath(outline, antialias: true);
        Blob(canvas, 0, -1.32f, 1.1f, 0.5f, hair, 0.05f);
        Blob(canvas, -0.5f, 0.35f, 0.22f, 0.18f, Mix(skin, new SKColor(0xD0, 0x50, 0x50), 0.15f), 0.12f);
        Blob(canvas, 0.5f, 0.35f, 0.22f, 0.18f, Mix(skin, new SKColor(0xD0, 0x50, 0x50), 0.15f), 0.12f);
        canvas.Restore();
    }

    // The eye on the right of the picture; the other is its mirror.
    private static void Eye(SKCanvas canvas, SKColor skin, SKColor hair)
    {
        Blob(canvas, -0.02f, -0.02f, 0.27f, 0.16f, Shade(skin, 0.68f), 0.07f);
        Blob(canvas, 0, 0.02f, 0.185f, 0.082f, new SKColor(0xEC, 0xE8, 0xE4), 0.012f);
        Blob(canvas, 0, 0.01f, 0.09f, 0.09f, new SKColor(0x3A, 0x26, 0x1A), 0.01f);
        Blob(canvas, 0, 0.01f, 0.045f, 0.045f, SKColors.Black, 0.005f);
        Blob(canvas, -0.03f, -0.02f, 0.02f, 0.02f, SKColors.White, 0.004f);
        Stroke(canvas, "M -0.2 0.04 Q -0.02 -0.13 0.2 0.0", 0.045f, new SKColor(0x22, 0x18, 0x14), 0.008f);
        Stroke(canvas, "M -0.17 0.08 Q 0 0.14 0.18 0.05", 0.02f, Shade(skin, 0.6f), 0.012f);
        Stroke(canvas, "M -0.24 -0.24 Q 0.02 -0.36 0.28 -0.22", 0.075f, Mix(Shade(hair, 0.8f), skin, 0.15f), 0.02f);
    }

    private static void Nose(SKCanvas canvas, SKColor skin)
    {
        Stroke(canvas, "M -0.13 -0.2 Q -0.1 0.1 -0.17 0.33", 0.07f, Shade(skin, 0.82f), 0.045f);
        Stroke(canvas, "M 0.13 -0.2 Q 0.1 0.1 0.17 0.33", 0.07f, Shade(skin, 0.74f), 0.045f);
        Blob(canvas, 0, 0.12f, 0.045f, 0.28f, Shade(skin, 1.14f), 0.035f);
        Blob(canvas, 0, 0.33f, 0.11f, 0.08f, Shade(skin, 1.12f), 0.04f);
        Stroke(canvas, "M -0.19 0.36 Q -0.12 0.46 0 0.45 Q 0.12 0.46 0.19 0.36", 0.05f, Shade(skin, 0.6f), 0.025f);
        Blob(canvas, -0.09f, 0.415f, 0.05f, 0.025f, Shade(skin, 0.3f), 0.012f);
        Blob(canvas, 0.09f, 0.415f, 0.05f, 0.025f, Shade(skin, 0.3f), 0.012f);
    }

    private static void Mouth(SKCanvas canvas, SKColor skin, float half)
    {
        canvas.Save();
        canvas.Translate(0, 0.75f);
        canvas.Scale(half, 0.36f);
        var lip = Mix(skin, new SKColor(0xA8, 0x34, 0x3C), 0.6f);
        Fill(canvas, "M -1 0 Q -0.4 -0.36 -0.12 -0.3 Q 0 -0.22 0.12 -0.3 Q 0.4 -0.36 1 0 Q 0 0.1 -1 0", Shade(lip, 0.82f), 0.03f);
        Fill(canvas, "M -0.95 0.02 Q 0 0.1 0.95 0.02 Q 0.5 0.42 0 0.42 Q -0.5 0.42 -0.95 0.02", lip, 0.03f);
        Stroke(canvas, "M -1.02 0 Q -0.4 0.06 0 0.03 Q 0.4 0.06 1.02 0", 0.07f, new SKColor(0x4A, 0x1C, 0x1C), 0.02f);
        canvas.Restore();
        Blob(canvas, 0, 0.98f, 0.2f, 0.04f, Shade(skin, 0.72f), 0.05f);
    }

    private static void Blob(SKCanvas canvas, float x, float y, float halfWidth, float halfHeight, SKColor colour, float soft)
    {
        using var filter = SKMaskFilter.CreateBlur(SKBlurStyle.Normal, soft);
        using var paint = new SKPaint { IsAntialias = true, Color = colour, MaskFilter = filter };
        canvas.DrawOval(x, y, halfWidth, halfHeight, paint);
    }

    private static void Fill(SKCanvas canvas, string path, SKColor colour, float soft)
    {
        using var outline = SKPath.ParseSvgPathData(path);
        using var filter = SKMaskFilter.CreateBlur(SKBlurStyle.Normal, soft);
        using var paint = new SKPaint { IsAntialias = true, Color = colour, MaskFilter = filter };
        canvas.DrawPath(outline, paint);
    }

    private static void Stroke(SKCanvas canvas, string path, float width, SKColor colour, float soft)
    {
        using var line = SKPath.ParseSvgPathData(path);
        using var filter = SKMaskFilter.CreateBlur(SKBlurStyle.Normal, soft);
        using var paint = new SKPaint { IsAntialias = true, Color = colour, MaskFilter = filter, Style = SKPaintStyle.Stroke, StrokeWidth = width, StrokeCap = SKStrokeCap.Round };
        canvas.DrawPath(line, paint);
    }

    private static SKColor Shade(SKColor colour, float factor) => new(Scaled(colour.Red, factor), Scaled(colour.Green, factor), Scaled(colour.Blue, factor));

    private static byte Scaled(byte value, float factor) => (byte)Math.Clamp(value * factor, 0, 255);

    private static SKColor Mix(SKColor one, SKColor other, float share) => new(
        (byte)((one.Red * (1 - share)) + (other.Red * share)), (byte)((one.Green * (1 - share)) + (other.Green * share)), (byte)((one.Blue * (1 - share)) + (other.Blue * share)));
}
