using GanDsl.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Augmentation;

/// <summary>Each change against a loop over pixels, with given numbers; then the numbers, and the derivatives of all of it.</summary>
public sealed class DiffAugmentTests : IDisposable
{
    private const DiffAugmentations All =
        DiffAugmentations.Color | DiffAugmentations.Translation | DiffAugmentations.Cutout;

    public static TheoryData<DiffAugmentations> Kinds => [.. Enum.GetValues<DiffAugmentations>(), All];

    private readonly DisposeScope scope = NewDisposeScope();

    [Fact]
    public void Brightness_adds_the_number_less_a_half()
    {
        var images = TestImages.Random(2, 3, 4, 5);
        var (before, u) = (new TestImages(images), new[] { 0.1, 0.9 });

        var after = ColorJitter.Brightness(images, Values.Vector(u).reshape(2, 1, 1, 1));

        AssertPixels(images.shape, (n, c, y, x) => before[n, c, y, x] + u[n] - 0.5, after);
    }

    [Fact]
    public void Saturation_moves_the_channels_of_a_pixel_away_from_their_mean()
    {
        var images = TestImages.Random(2, 3, 4, 5);
        var (before, u) = (new TestImages(images), new[] { 0.1, 0.9 });

        var after = ColorJitter.Saturation(images, Values.Vector(u).reshape(2, 1, 1, 1));

        AssertPixels(
            images.shape,
            (n, c, y, x) =>
            {
                var mean = (before[n, 0, y, x] + before[n, 1, y, x] + before[n, 2, y, x]) / 3;
                return ((before[n, c, y, x] - mean) * 2 * u[n]) + mean;
            },
            after
        );
    }

    [Fact]
    public void Contrast_moves_all_values_of_an_image_away_from_their_mean()
    {
        var images = TestImages.Random(2, 3, 4, 5);
        var (before, u) = (new TestImages(images), new[] { 0.1, 0.9 });
        var means = Values.Of(images).Chunk(3 * 4 * 5).Select(values => values.Average()).ToArray();

        var after = ColorJitter.Contrast(images, Values.Vector(u).reshape(2, 1, 1, 1));

        AssertPixels(images.shape, (n, c, y, x) => ((before[n, c, y, x] - means[n]) * (u[n] + 0.5)) + means[n], after);
    }

    [Fact]
    public void Translation_brings_zeros_from_outside()
    {
        var images = TestImages.Random(3, 2, 8, 5);
        var before = new TestImages(images);
        long[] rows = [0, 2, -8];
        long[] columns = [-1, 4, 0];

        var after = Translation.By(images, tensor(rows), tensor(columns));

        var expected = TestImages.Of(images.shape, (n, c, y, x) => before.OrZero(n, c, y + rows[n], x + columns[n]));
        Assert.Equal(expected, Values.Of(after));
    }

    [Theory]
    [InlineData(8, 6)]
    [InlineData(5, 7)]
    [InlineData(1, 2)]
    public void Cutout_sets_a_rectangle_to_0(int height, int width)
    {
        var rows = Enumerable.Range(0, (int)Cutout.EndOfCentres(height)).ToArray();
        var images = TestImages.Random(rows.Length, 2, height, width);
        var before = new TestImages(images);
        var columns = rows.Select(row => row % (int)Cutout.EndOfCentres(width)).ToArray();

        var after = Cutout.At(images, tensor(rows, ScalarType.Int64), tensor(columns, ScalarType.Int64));

        var expected = TestImages.Of(
            images.shape,
            (n, c, y, x) => IsCut(rows[n], y, height) && IsCut(columns[n], x, width) ? 0 : before[n, c, y, x]
        );
        Assert.Equal(expected, Values.Of(after));

        // The published code lists the positions of the rectangle and moves those outside to the border.
        static bool IsCut(int centre, long position, int side)
        {
            var length = (int)((side * 0.5) + 0.5);
            return Enumerable.Range(0, length).Any(i => Math.Clamp(i + centre - (length / 2), 0, side - 1) == position);
        }
    }

    [Fact]
    public void Translations_are_drawn_evenly_up_to_an_eighth_of_the_side()
    {
        const int n = 9000;
        manual_seed(1);

        // One pixel in the middle of 16 × 24, which goes at most 2 and 3 pixels.
        var images = zeros(n, 1, 16, 24);
        images[TensorIndex.Colon, 0, 8, 12] = 1;
        var place = DiffAugment.Apply(images, DiffAugmentations.Translation).flatten(1).argmax(1);
        var moves = place.data<long>().ToArray().Select(at => (Row: (at / 24) - 8, Column: (at % 24) - 12)).ToList();

        AssertEven(moves.Select(move => move.Row), -2, 2);
        AssertEven(moves.Select(move => move.Column), -3, 3);
        AssertEven(moves.Select(move => ((move.Row + 2) * 7) + move.Column + 3), 0, 34);
    }

    [Fact]
    public void Cutouts_are_drawn_evenly()
    {
        const int n = 9000;
        manual_seed(2);

        // Of 8 rows 4 are cut, those around a centre in 0 to 8; the number of rows that are left tells which but for the side.
        var kept = DiffAugment.Apply(ones(n, 1, 8, 6), DiffAugmentations.Cutout);
        var rows = kept.amax([1, 3]);
        Assert.Equal(1, Values.Single(rows.min()));
        var firstRow = kept[TensorIndex.Colon, 0, TensorIndex.Colon, TensorIndex.Colon].amin([2]).sum([1]);
        var counts = Values.Of(8 - firstRow);

        // Centres 0 and 8 leave 2 rows cut, 1 and 7 leave 3, the five between leave 4.
        AssertShare(2 / 9.0, counts.Count(rowsCut => rowsCut == 2), n);
        AssertShare(2 / 9.0, counts.Count(rowsCut => rowsCut == 3), n);
        AssertShare(5 / 9.0, counts.Count(rowsCut => rowsCut == 4), n);
    }

    [Fact]
    public void Colors_are_drawn_within_their_bounds()
    {
        const int n = 4000;
        manual_seed(3);

        // Two pixels of two channels: the mean of all is 0, the channels of a pixel are 1 apart, the pixels 2.
        var images = tensor(new double[] { 1.5, -0.5, 0.5, -1.5 }).reshape(1, 2, 1, 2).expand(n, 2, 1, 2);
        var after = new TestImages(DiffAugment.Apply(images, DiffAugmentations.Color));
        var (brightness, contrasts, saturations) = (new double[n], new double[n], new double[n]);
        for (var i = 0; i < n; i++)
        {
            var mean = (after[i, 0, 0, 0] + after[i, 0, 0, 1] + after[i, 1, 0, 0] + after[i, 1, 0, 1]) / 4;
            var contrast = (after[i, 0, 0, 0] + after[i, 1, 0, 0] - after[i, 0, 0, 1] - after[i, 1, 0, 1]) / 4;
            var saturation = (after[i, 0, 0, 0] - after[i, 1, 0, 0]) / contrast;
            Assert.InRange(mean, -0.5 - 1e-12, 0.5);
            Assert.InRange(contrast, 0.5 - 1e-12, 1.5);
            Assert.InRange(saturation, -1e-12, 2);
            (brightness[i], contrasts[i], saturations[i]) = (mean, contrast, saturation);
        }

        Draws.AssertIndependent(
            ("the brightness", brightness),
            ("the contrast", contrasts),
            ("the saturation", saturations)
        );

        // Means of even distributions, whose variance is the squared width / 12.
        AssertMean(0, 1, i => after[i, 0, 0, 0] + after[i, 0, 0, 1] + after[i, 1, 0, 0] + after[i, 1, 0, 1], 4);
        AssertMean(1, 1, i => after[i, 0, 0, 0] + after[i, 1, 0, 0] - after[i, 0, 0, 1] - after[i, 1, 0, 1], 4);

        void AssertMean(double expected, double width, Func<int, double> value, double divisor)
        {
            var mean = Enumerable.Range(0, n).Average(i => value(i) / divisor);
            Assert.Equal(expected, mean, 5 * width / Math.Sqrt(12.0 * n));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_seed_decides_and_every_example_has_its_own_numbers(DiffAugmentations kinds)
    {
        var images = TestImages.Random(1, 3, 16, 16).expand(8, 3, 16, 16);

        manual_seed(4);
        var first = Values.Of(DiffAugment.Apply(images, kinds));
        var second = Values.Of(DiffAugment.Apply(images, kinds));
        manual_seed(4);
        var again = Values.Of(DiffAugment.Apply(images, kinds));

        Assert.Equal(first, again);
        Assert.NotEqual(first, second);
        Assert.True(first.Chunk(3 * 16 * 16).Distinct(new SameValues()).Count() > 1);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void All_types_are_changed_alike(DiffAugmentations kinds)
    {
        var images = TestImages.Random(4, 3, 16, 16);
        manual_seed(5);
        var exact = Values.Of(DiffAugment.Apply(images, kinds));

        foreach (
            var (type, tolerance) in new[]
            {
                (ScalarType.Float32, 1e-6),
                (ScalarType.BFloat16, 1 / 128.0),
                (ScalarType.Float16, 1 / 1024.0),
            }
        )
        {
            manual_seed(5);
            var augmented = DiffAugment.Apply(images.to(type), kinds);

            Assert.Equal(type, augmented.dtype);
            Values.AssertRelative(exact, Values.Of(augmented), tolerance);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_gradient_is_that_of_finite_differences(DiffAugmentations kinds) =>
        FiniteDifferences.AssertGradient(Judged(kinds), TestImages.Random(2, 2, 8, 4));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_gradient_of_a_gradient_is_that_of_finite_differences(DiffAugmentations kinds) =>
        FiniteDifferences.AssertSecondDerivative(Judged(kinds), TestImages.Random(2, 2, 8, 4));

    [Fact]
    public void No_kind_changes_nothing()
    {
        var images = TestImages.Random(2, 1, 3, 3);

        Assert.Equal(Values.Of(images), Values.Of(DiffAugment.Apply(images, 0)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_smallest_images_stay_images(DiffAugmentations kinds)
    {
        Assert.Equal([1, 1, 1, 1], DiffAugment.Apply(ones(1, 1, 1, 1), kinds).shape);
        Assert.Equal([0, 3, 8, 8], DiffAugment.Apply(ones(0, 3, 8, 8), kinds).shape);
    }

    [Fact]
    public void What_is_no_image_or_no_kind_is_refused()
    {
        Assert.Contains("[2, 3]", Assert.Throws<ArgumentException>(() => DiffAugment.Apply(ones(2, 3), All)).Message);
        Assert.Contains(
            "Int64",
            Assert
                .Throws<ArgumentException>(() => DiffAugment.Apply(ones(1, 1, 2, 2).to(ScalarType.Int64), All))
                .Message
        );
        Assert.Throws<ArgumentOutOfRangeException>(() => DiffAugment.Apply(ones(1, 1, 2, 2), (DiffAugmentations)8));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void No_tensor_is_left(DiffAugmentations kinds)
    {
        using var images = ones(2, 3, 8, 8);
        DiffAugment.Apply(images, kinds).Dispose();
        var before = Live.Count;

        DiffAugment.Apply(images, kinds).Dispose();

        Assert.Equal(before, Live.Count);
    }

    public void Dispose() => scope.Dispose();

    /// <summary>A number that is not linear in the images, with the same random numbers at each call.</summary>
    private static Func<Tensor, Tensor> Judged(DiffAugmentations kinds) =>
        x =>
        {
            manual_seed(7);
            var augmented = DiffAugment.Apply(x, kinds);
            return (augmented.sin() * augmented.exp()).sum();
        };

    private static void AssertPixels(long[] shape, Func<long, long, long, long, double> pixel, Tensor actual) =>
        Values.AssertRelative(TestImages.Of(shape, pixel), Values.Of(actual), 1e-14);

    private static void AssertEven(IEnumerable<long> draws, long least, long greatest)
    {
        var all = draws.ToList();
        Assert.All(all, draw => Assert.InRange(draw, least, greatest));
        for (var value = least; value <= greatest; value++)
        {
            AssertShare(1.0 / (greatest - least + 1), all.Count(draw => draw == value), all.Count);
        }
    }

    /// <summary>Within five standard deviations of the binomial distribution.</summary>
    private static void AssertShare(double share, int count, int n) =>
        Assert.Equal(share, (double)count / n, 5 * Math.Sqrt(share * (1 - share) / n));

    private sealed class SameValues : IEqualityComparer<double[]>
    {
        public bool Equals(double[]? x, double[]? y) => x!.SequenceEqual(y!);

        public int GetHashCode(double[] obj) => obj[0].GetHashCode();
    }
}
