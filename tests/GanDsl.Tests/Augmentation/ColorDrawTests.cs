using GanDsl.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Augmentation;

/// <summary>The matrix of the colours against a product of 4 × 4 matrices written out, and the numbers in it.</summary>
public sealed class ColorDrawTests : IDisposable
{
    private const int Many = 20_000;

    private static readonly double[] Brightness = [0, 0.2, -0.3, 0.1];
    private static readonly double[] Contrast = [1, 0.6, 1.5, 1];
    private static readonly double[] LumaFlip = [0, 1, 0, 0];
    private static readonly double[] Hue = [0, 0.7, -2.5, 0];
    private static readonly double[] Saturation = [1, 0.4, 1.7, 1];

    private readonly DisposeScope scope = NewDisposeScope();

    [Fact]
    public void The_matrix_is_the_product_of_all_transformations_in_their_order()
    {
        var matrices = Values.Of(Given().Matrix()).Chunk(12).ToArray();

        for (var i = 0; i < 4; i++)
        {
            Values.AssertRelative(Expected(i), matrices[i], 1e-14);
        }
    }

    [Fact]
    public void Colors_of_each_pixel_are_mapped_by_the_matrix()
    {
        var images = TestImages.Random(4, 3, 2, 5);
        var before = new TestImages(images);

        var after = Given().Apply(images);

        var expected = TestImages.Of(
            images.shape,
            (n, c, y, x) =>
            {
                var row = Expected((int)n).AsSpan((int)c * 4, 4);
                return (row[0] * before[n, 0, y, x])
                    + (row[1] * before[n, 1, y, x])
                    + (row[2] * before[n, 2, y, x])
                    + row[3];
            }
        );
        Values.AssertRelative(expected, Values.Of(after), 1e-14);
        Assert.Equal(Values.Of(images[0]), Values.Of(after[0]));
    }

    [Fact]
    public void Greys_change_in_brightness_and_contrast()
    {
        var images = TestImages.Random(4, 1, 2, 5);
        var before = new TestImages(images);

        var after = Given().Apply(images);

        var expected = TestImages.Of(images.shape, (n, c, y, x) => Contrast[n] * (before[n, c, y, x] + Brightness[n]));
        Values.AssertRelative(expected, Values.Of(after), 1e-15);
    }

    [Fact]
    public void Transformations_come_with_their_probability()
    {
        const double p = 0.3;
        var draw = Draw(p);

        Draws.AssertShare(p, Values.Of(draw.Brightness), 0);
        Draws.AssertShare(p, Values.Of(draw.Contrast), 1);
        Draws.AssertShare(p / 2, Values.Of(draw.LumaFlip), 0);
        Draws.AssertShare(p, Values.Of(draw.Hue), 0);
        Draws.AssertShare(p, Values.Of(draw.Saturation), 1);
    }

    [Fact]
    public void Numbers_have_the_distributions_of_the_paper()
    {
        var draw = Draw(1);

        Draws.AssertNormal(0.2, Values.Of(draw.Brightness));
        Draws.AssertNormal(0.5, Values.Of(draw.Contrast.log2()));
        Draws.AssertEven(Math.PI, Values.Of(draw.Hue));
        Draws.AssertNormal(1, Values.Of(draw.Saturation.log2()));
        Assert.Equal([0, 1], Values.Of(draw.LumaFlip).Distinct().Order());
    }

    [Fact]
    public void Every_number_is_drawn_for_itself()
    {
        var draw = Draw(1);

        Draws.AssertIndependent(
            ("the brightness", Values.Of(draw.Brightness)),
            ("the contrast", Values.Of(draw.Contrast.log2())),
            ("the luma flip", Values.Of(draw.LumaFlip)),
            ("the hue", Values.Of(draw.Hue)),
            ("the saturation", Values.Of(draw.Saturation.log2()))
        );
    }

    [Fact]
    public void Every_transformation_happens_for_itself()
    {
        var draw = Draw(0.5);

        Draws.AssertIndependent(
            ("the brightness", Draws.Happens(draw.Brightness, 0)),
            ("the contrast", Draws.Happens(draw.Contrast, 1)),
            ("the luma flip", Draws.Happens(draw.LumaFlip, 0)),
            ("the hue", Draws.Happens(draw.Hue, 0)),
            ("the saturation", Draws.Happens(draw.Saturation, 1))
        );
    }

    /// <summary>Each number alone, the others being neutral.</summary>
    [Theory]
    [InlineData(0.3, 1, 0, 0, 1)]
    [InlineData(0, 1.4, 0, 0, 1)]
    [InlineData(0, 1, 1, 0, 1)]
    [InlineData(0, 1, 0, 0.8, 1)]
    [InlineData(0, 1, 0, 0, 0.5)]
    public void One_transformation_alone_changes_an_image(
        double brightness,
        double contrast,
        double lumaFlip,
        double hue,
        double saturation
    )
    {
        var images = TestImages.Random(1, 3, 2, 5);
        var before = new TestImages(images);
        var draw = new ColorDraw(1, ScalarType.Float64, CPU)
        {
            Brightness = Values.Vector(brightness),
            Contrast = Values.Vector(contrast),
            LumaFlip = Values.Vector(lumaFlip),
            Hue = Values.Vector(hue),
            Saturation = Values.Vector(saturation),
        };
        var matrix = Values.Of(draw.Matrix());

        var after = Values.Of(draw.Apply(images));

        var expected = TestImages.Of(
            images.shape,
            (n, c, y, x) =>
                Enumerable.Range(0, 3).Sum(of => matrix[(c * 4) + of] * before[n, of, y, x]) + matrix[(c * 4) + 3]
        );
        Values.AssertRelative(expected, after, 1e-14);
        Assert.All(after.Zip(Values.Of(images)), pair => Assert.NotEqual(pair.Second, pair.First, 1e-6));
    }

    public void Dispose() => scope.Dispose();

    private static ColorDraw Given() =>
        new(4, ScalarType.Float64, CPU)
        {
            Brightness = Values.Vector(Brightness),
            Contrast = Values.Vector(Contrast),
            LumaFlip = Values.Vector(LumaFlip),
            Hue = Values.Vector(Hue),
            Saturation = Values.Vector(Saturation),
        };

    private static ColorDraw Draw(double probability)
    {
        manual_seed(8);
        return ColorDraw.Of(zeros(1, 3, 1, 1).expand(Many, 3, 1, 1), tensor(probability, ScalarType.Float64));
    }

    private static double[] Expected(int i)
    {
        var (b, c, s) = (Brightness[i], Contrast[i], Saturation[i]);
        return Matrices.Rows(
            Matrices.Product(
                AlongAndAcross(1, s),
                AroundGreys(Hue[i]),
                AlongAndAcross(1 - (2 * LumaFlip[i]), 1),
                new[,]
                {
                    { c, 0, 0, 0 },
                    { 0, c, 0, 0 },
                    { 0, 0, c, 0 },
                    { 0, 0, 0, 1 },
                },
                new[,]
                {
                    { 1, 0, 0, b },
                    { 0, 1, 0, b },
                    { 0, 0, 1, b },
                    { 0, 0, 0, 1 },
                }
            ),
            3
        );
    }

    /// <summary>Scales along the axis of greys and across it.</summary>
    private static double[,] AlongAndAcross(double along, double across)
    {
        var matrix = new double[4, 4];
        for (var row = 0; row < 3; row++)
        {
            for (var column = 0; column < 3; column++)
            {
                matrix[row, column] = ((along - across) / 3) + (row == column ? across : 0);
            }
        }

        matrix[3, 3] = 1;
        return matrix;
    }

    /// <summary>The formula of Rodrigues for the axis (1, 1, 1) / √3.</summary>
    private static double[,] AroundGreys(double angle)
    {
        var (cosine, sine) = (Math.Cos(angle), Math.Sin(angle));
        var own = cosine + ((1 - cosine) / 3);
        var (minus, plus) = (((1 - cosine) / 3) - (sine / Math.Sqrt(3)), ((1 - cosine) / 3) + (sine / Math.Sqrt(3)));
        return new[,]
        {
            { own, minus, plus, 0 },
            { plus, own, minus, 0 },
            { minus, plus, own, 0 },
            { 0, 0, 0, 1 },
        };
    }
}
