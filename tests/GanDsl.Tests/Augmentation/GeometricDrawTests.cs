using GanDsl.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Augmentation;

/// <summary>The matrix of the geometric transformations against the inverse of a product of matrices, and the numbers in it.</summary>
public sealed class GeometricDrawTests : IDisposable
{
    private const int Many = 20_000;

    private readonly DisposeScope scope = NewDisposeScope();

    [Fact]
    public void The_matrix_is_the_inverse_of_all_transformations_in_their_order()
    {
        double[] flip = [0, 1, 0, 1];
        double[] turns = [0, 1, 3, 2];
        double[] columnShift = [0, 2, -3, 1];
        double[] rowShift = [0, -1, 2, 0];
        double[] scale = [1, 1.3, 0.8, 1.1];
        double[] pre = [0, 0.4, -2, 3];
        double[] anisotropy = [1, 0.7, 1.2, 1.05];
        double[] post = [0, -1.1, 0.3, 2];
        double[] columnFraction = [0, 0.3, -1.7, 2.2];
        double[] rowFraction = [0, 1.1, 0.2, -0.6];
        var draw = new GeometricDraw(4, ScalarType.Float64, CPU)
        {
            Flip = Values.Vector(flip),
            QuarterTurns = Values.Vector(turns),
            ColumnShift = Values.Vector(columnShift),
            RowShift = Values.Vector(rowShift),
            Scale = Values.Vector(scale),
            PreRotation = Values.Vector(pre),
            Anisotropy = Values.Vector(anisotropy),
            PostRotation = Values.Vector(post),
            ColumnFraction = Values.Vector(columnFraction),
            RowFraction = Values.Vector(rowFraction),
        };

        var inverse = Values.Of(draw.Inverse()).Chunk(6).ToArray();

        for (var i = 0; i < 4; i++)
        {
            // From the right to the left: the flip is the first to be done to an image. With y down, a turn counts against the clock.
            var forward = Matrices.Product(
                Moved(columnFraction[i], rowFraction[i]),
                Turned(-post[i]),
                Scaled(anisotropy[i], 1 / anisotropy[i]),
                Turned(-pre[i]),
                Scaled(scale[i], scale[i]),
                Moved(columnShift[i], rowShift[i]),
                Turned(-turns[i] * Math.PI / 2),
                Scaled(1 - (2 * flip[i]), 1)
            );
            var (a, b, c, d) = (forward[0, 0], forward[0, 1], forward[1, 0], forward[1, 1]);
            var (e, f, determinant) = (
                forward[0, 2],
                forward[1, 2],
                (forward[0, 0] * forward[1, 1]) - (forward[0, 1] * forward[1, 0])
            );
            double[] expected =
            [
                d / determinant,
                -b / determinant,
                ((b * f) - (d * e)) / determinant,
                -c / determinant,
                a / determinant,
                ((c * e) - (a * f)) / determinant,
            ];
            Values.AssertRelative(expected, inverse[i], 1e-14);
        }

        Assert.Equal([1, 0, 0, 0, 1, 0], inverse[0]);
    }

    [Fact]
    public void Flips_turns_and_shifts_are_whole_numbers_to_the_bit()
    {
        var draw = new GeometricDraw(4, ScalarType.Float32, CPU)
        {
            Flip = tensor(new float[] { 1, 0, 0, 1 }),
            QuarterTurns = tensor(new float[] { 0, 1, 2, 3 }),
            ColumnShift = tensor(new float[] { 1, 2, 3, 4 }),
        };

        var inverse = Values.Of(draw.Inverse()).Chunk(6).ToArray();

        Assert.Equal([-1, 0, 1, 0, 1, 0], inverse[0]);
        Assert.Equal([0, -1, 0, 1, 0, -2], inverse[1]);
        Assert.Equal([-1, 0, 3, 0, -1, 0], inverse[2]);
        Assert.Equal([0, -1, 0, -1, 0, 4], inverse[3]);
    }

    [Fact]
    public void Transformations_come_with_their_probability()
    {
        const double p = 0.3;
        var draw = Draw(p, 64, 64);

        Draws.AssertShare(p / 2, Values.Of(draw.Flip), 0);
        Draws.AssertShare(p * 3 / 4, Values.Of(draw.QuarterTurns), 0);
        Draws.AssertShare(p, Values.Of(draw.Scale), 1);
        Draws.AssertShare(p, Values.Of(draw.Anisotropy), 1);
        Draws.AssertShare(p, Values.Of(draw.ColumnFraction), 0);
        Draws.AssertShare(p, Values.Of(draw.RowFraction), 0);
        Draws.AssertShare(1 - Math.Sqrt(1 - p), Values.Of(draw.PreRotation), 0);
        Draws.AssertShare(1 - Math.Sqrt(1 - p), Values.Of(draw.PostRotation), 0);

        // Either rotation.
        Draws.AssertShare(p, Values.Of(draw.PreRotation.abs() + draw.PostRotation.abs()), 0);

        // Of a shift evenly up to 8 pixels the 1/16 below half a pixel is none.
        Draws.AssertShare(p * 15 / 16, Values.Of(draw.ColumnShift), 0);
    }

    [Fact]
    public void Numbers_have_the_distributions_of_the_paper()
    {
        var draw = Draw(1, 64, 64);

        Draws.AssertEven(Math.PI, Values.Of(draw.PreRotation));
        Draws.AssertEven(Math.PI, Values.Of(draw.PostRotation));
        Draws.AssertNormal(0.2, Values.Of(draw.Scale.log2()));
        Draws.AssertNormal(0.2, Values.Of(draw.Anisotropy.log2()));
        Draws.AssertNormal(64 / 8.0, Values.Of(draw.ColumnFraction));
        Draws.AssertNormal(64 / 8.0, Values.Of(draw.RowFraction));
        for (var turn = 0; turn < 4; turn++)
        {
            Draws.AssertShare(3 / 4.0, Values.Of(draw.QuarterTurns), turn);
        }

        Assert.Equal(Enumerable.Range(-8, 17).Select(i => (double)i), Values.Of(draw.ColumnShift).Distinct().Order());
        Assert.Equal(Enumerable.Range(-8, 17).Select(i => (double)i), Values.Of(draw.RowShift).Distinct().Order());
    }

    [Fact]
    public void Every_number_is_drawn_for_itself()
    {
        var draw = Draw(1, 64, 64);

        Draws.AssertIndependent(
            ("the flip", Values.Of(draw.Flip)),
            ("the quarter turns", Values.Of(draw.QuarterTurns)),
            ("the shift of columns", Values.Of(draw.ColumnShift)),
            ("the shift of rows", Values.Of(draw.RowShift)),
            ("the scale", Values.Of(draw.Scale.log2())),
            ("the rotation before", Values.Of(draw.PreRotation)),
            ("the anisotropy", Values.Of(draw.Anisotropy.log2())),
            ("the rotation after", Values.Of(draw.PostRotation)),
            ("the fraction of columns", Values.Of(draw.ColumnFraction)),
            ("the fraction of rows", Values.Of(draw.RowFraction))
        );
    }

    /// <summary>Columns and rows are shifted together, and so are they by fractions.</summary>
    [Fact]
    public void Every_transformation_happens_for_itself()
    {
        var draw = Draw(0.5, 64, 64);

        Draws.AssertIndependent(
            ("the flip", Draws.Happens(draw.Flip, 0)),
            ("the quarter turns", Draws.Happens(draw.QuarterTurns, 0)),
            ("the shift", Draws.Happens(draw.ColumnShift, 0)),
            ("the scale", Draws.Happens(draw.Scale, 1)),
            ("the rotation before", Draws.Happens(draw.PreRotation, 0)),
            ("the anisotropy", Draws.Happens(draw.Anisotropy, 1)),
            ("the rotation after", Draws.Happens(draw.PostRotation, 0)),
            ("the translation", Draws.Happens(draw.ColumnFraction, 0))
        );
    }

    [Fact]
    public void Oblong_images_are_not_turned_by_quarters_and_move_by_their_sides()
    {
        var draw = Draw(1, 32, 64);

        Assert.All(Values.Of(draw.QuarterTurns), turns => Assert.Equal(0, turns));
        Assert.Equal(8, Values.Of(draw.ColumnShift).Max());
        Assert.Equal(4, Values.Of(draw.RowShift).Max());
        Draws.AssertNormal(64 / 8.0, Values.Of(draw.ColumnFraction));
        Draws.AssertNormal(32 / 8.0, Values.Of(draw.RowFraction));
    }

    public void Dispose() => scope.Dispose();

    private static GeometricDraw Draw(double probability, long height, long width)
    {
        manual_seed(6);
        return GeometricDraw.Of(
            zeros(1, 1, 1, 1).expand(Many, 1, height, width),
            tensor(probability, ScalarType.Float64)
        );
    }

    private static double[,] Moved(double x, double y) =>
        new[,]
        {
            { 1, 0, x },
            { 0, 1, y },
            { 0, 0, 1.0 },
        };

    private static double[,] Scaled(double x, double y) =>
        new[,]
        {
            { x, 0, 0 },
            { 0, y, 0 },
            { 0, 0, 1.0 },
        };

    private static double[,] Turned(double angle) =>
        new[,]
        {
            { Math.Cos(angle), -Math.Sin(angle), 0 },
            { Math.Sin(angle), Math.Cos(angle), 0 },
            { 0, 0, 1 },
        };
}
