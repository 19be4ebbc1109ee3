using System.Buffers.Binary;
using SkiaSharp;
using static TorchSharp.torch;

namespace GanDsl;

/// <summary>
/// Saves images as a picture that moves, an animated PNG (Portable Network Graphics, third edition), which browsers show and which keeps
/// every value; what cannot show it shows the first frame.
/// </summary>
public static class AnimatedPicture
{
    private const int Milliseconds = 1000;
    private const int FrameControlLength = 26;

    /// <summary>Saves frames that follow each other for ever.</summary>
    /// <param name="path">The file, *.png or *.apng; one that exists is replaced once the new one is complete, and missing folders are made.</param>
    /// <param name="frames">A floating-point tensor [N, C, H, W] with C = 1 or 3 and N at least 1; it is left as it is.</param>
    /// <param name="framesPerSecond">From 0.02 to 1000; the time of a frame is a whole number of milliseconds or one part of a whole number of parts of a second.</param>
    /// <param name="range">The interval of the values, as for <see cref="ImageGrid"/>.</param>
    /// <param name="scale">Each pixel becomes a square of so many, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="framesPerSecond"/> is outside of its interval, or <paramref name="scale"/> is not positive.
    /// </exception>
    /// <exception cref="GanException">The tensor has another shape, the name ends otherwise, or the file cannot be written.</exception>
    public static void Save(
        string path,
        Tensor frames,
        double framesPerSecond,
        ValueRange range = ValueRange.MinusOneToOne,
        int scale = 1
    )
    {
        ArgumentNullException.ThrowIfNull(frames);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(scale);
        if (!(framesPerSecond >= 0.02 && framesPerSecond <= Milliseconds))
        {
            throw new ArgumentOutOfRangeException(
                nameof(framesPerSecond),
                framesPerSecond,
                "An animated picture shows from 0.02 to 1000 frames a second."
            );
        }

        if (Path.GetExtension(path).ToLowerInvariant() is not (".png" or ".apng"))
        {
            throw new GanException(
                $"Cannot write '{path}' as an animated picture: its name has to end in .png or .apng."
            );
        }

        var pixels = new ImagePixels(frames, range);
        FileReplacement.Write(path, stream => Write(stream, pixels, framesPerSecond, scale));
    }

    private static void Write(Stream stream, ImagePixels pixels, double framesPerSecond, int scale)
    {
        stream.Write(PngChunk.Signature);
        var sequence = 0;
        for (var frame = 0; frame < pixels.Count; frame++)
        {
            var chunks = Encoded(pixels, frame, scale);
            if (frame == 0)
            {
                chunks[0].Write(stream);
                new PngChunk("acTL", AnimationControl(pixels.Count)).Write(stream);
            }

            new PngChunk("fcTL", FrameControl(sequence++, chunks[0].Data.Span, framesPerSecond)).Write(stream);
            foreach (var data in chunks.Where(chunk => chunk.Type == "IDAT"))
            {
                // The first frame stands where a picture that does not move has its pixels.
                var chunk = frame == 0 ? data : new("fdAT", (byte[])[.. Bytes(sequence++), .. data.Data.Span]);
                chunk.Write(stream);
            }
        }

        new PngChunk("IEND", default).Write(stream);
    }

    private static List<PngChunk> Encoded(ImagePixels pixels, int frame, int scale)
    {
        using var picture = pixels.Picture(frame, scale);
        using var encoded = picture.Encode(SKEncodedImageFormat.Png, 100);
        return [.. PngChunk.Of(encoded.ToArray())];
    }

    /// <summary>Number of frames; 0 repetitions, which are endless ones.</summary>
    private static byte[] AnimationControl(int frames) => [.. Bytes(frames), 0, 0, 0, 0];

    /// <summary>Sequence number, width, height, no offset, the time of the frame as a fraction; the frame replaces the one before.</summary>
    private static byte[] FrameControl(int sequence, ReadOnlySpan<byte> header, double framesPerSecond)
    {
        var (time, parts) = double.IsInteger(framesPerSecond)
            ? (1, (int)framesPerSecond)
            : ((int)Math.Round(Milliseconds / framesPerSecond), Milliseconds);
        var control = new byte[FrameControlLength];
        BinaryPrimitives.WriteInt32BigEndian(control, sequence);
        header[..8].CopyTo(control.AsSpan(4));
        BinaryPrimitives.WriteUInt16BigEndian(control.AsSpan(20), (ushort)time);
        BinaryPrimitives.WriteUInt16BigEndian(control.AsSpan(22), (ushort)parts);
        return control;
    }

    private static byte[] Bytes(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}
