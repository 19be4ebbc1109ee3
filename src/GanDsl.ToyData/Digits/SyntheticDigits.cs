namespace GanDsl.ToyData;

/// <summary>
/// Handwritten-like digits, 28 x 28, white on black, drawn from strokes with the slant, turn, proportions, bends, line width
/// and place of a hand chosen at random: a stand-in for MNIST that needs no download.
/// </summary>
/// <remarks>
/// Picture i is the digit i mod 10 and depends on the seed and on i alone, so a longer set of the same seed starts with the
/// shorter one. Placement follows MNIST: ink in a box of about 20 pixels, its centre of mass near the middle.
/// </remarks>
public sealed class SyntheticDigits : ByteImageDataset
{
    private const int Digits = 10;

    /// <summary>Draws the pictures, in parallel; 10 000 take well under a second and 7.8 MB.</summary>
    /// <param name="count">How many pictures, at least 1.</param>
    /// <param name="seed">Which pictures; any number.</param>
    /// <param name="range">To which numbers the bytes are scaled; by default black is -1 and white 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is not positive, or the range is unbounded.</exception>
    /// <exception cref="GanException">The pictures would take more than 2 GB.</exception>
    public SyntheticDigits(int count, int seed = 0, ValueRange range = ValueRange.MinusOneToOne)
        : base(
            Draw(count, seed, range),
            1,
            DigitRenderer.Side,
            DigitRenderer.Side,
            range,
            $"the {count} synthetic digits of seed {seed}"
        ) { }

    /// <inheritdoc/>
    public override bool CanReadAhead => true;

    /// <summary>The digit on a picture, 0 to 9.</summary>
    /// <param name="index">Which picture, in [0, <see cref="Dataset.Count"/>).</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is outside that range.</exception>
    public int Label(int index)
    {
        CheckIndices([index]);
        return index % Digits;
    }

    /// <summary>The pictures with the digit on each as its label, for conditional GANs.</summary>
    /// <param name="count">How many pictures, at least 1.</param>
    /// <param name="seed">Which pictures; any number.</param>
    /// <param name="range">To which numbers the bytes are scaled; by default black is -1 and white 1.</param>
    public static LabeledDataset Labeled(int count, int seed = 0, ValueRange range = ValueRange.MinusOneToOne) =>
        new(new SyntheticDigits(count, seed, range), Enumerable.Range(0, count).Select(index => index % Digits));

    private static byte[] Draw(int count, int seed, ValueRange range)
    {
        const int length = DigitRenderer.Side * DigitRenderer.Side;
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        if (count > Array.MaxLength / length)
        {
            throw new GanException(
                $"Cannot draw {count} synthetic digits: they would not fit into one array; draw at most {Array.MaxLength / length}."
            );
        }

        PixelScale.Require(range);

        var pixels = new byte[count * length];
        Parallel.For(
            0,
            count,
            i =>
            {
                var random = SplitMix64.Of(seed, i);
                DigitRenderer.Draw(i % Digits, ref random, pixels.AsSpan(i * length, length));
            }
        );
        return pixels;
    }
}
