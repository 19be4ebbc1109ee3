using GanDsl.Tests.CudaGraphs;
using GanDsl.Training;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanDsl.Tests.Training.Optimizers;

/// <summary>Optimisers in recorded steps, whose kernels go through the pieces of tensors.</summary>
public sealed class OptimizerPieceTests
{
    private static readonly long[][] Shapes =
    [
        [32, 3, 16, 16],
        [5001],
        [2048],
        [7],
        [32, 32, 5, 5],
        [1],
    ];

    public static TheoryData<string> Cases => [.. OptimizerCase<double>.All.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_recorded_step_gives_the_bits_of_an_ordinary_one(string name) => RecordedAndOrdinary(name, CPU);

    [CudaTheory]
    [MemberData(nameof(Cases))]
    public void A_recorded_step_gives_the_bits_of_an_ordinary_one_on_a_GPU(string name) =>
        RecordedAndOrdinary(name, CUDA);

    [Fact]
    public void Tensors_are_cut_in_recorded_steps_alone()
    {
        using var scope = NewDisposeScope();
        using var parameter = new Parameter(zeros(64, 256));
        using var group = new ParameterGroup([parameter], [0], [ParameterGroup.StepCount, "exp_avg", "exp_avg_sq"]);

        Assert.Equal(0, group.PieceOf([parameter]));
        InRecordedStep(() => Assert.Equal(2048, group.PieceOf([parameter])));
    }

    [Fact]
    public void A_step_that_throws_is_not_under_way_any_more()
    {
        Assert.False(RecordedStep.IsUnderWay);
        InRecordedStep(() => Assert.True(RecordedStep.IsUnderWay));
        Assert.Throws<InvalidOperationException>(() => InRecordedStep(() => throw new InvalidOperationException()));
        Assert.False(RecordedStep.IsUnderWay);
    }

    [Theory]
    [InlineData(4, 2048, 256, 128, 16384, 128, 128, 1)] // 13 tensors, for which there is room
    [InlineData(4, 6144, 1024, 64, 131072, 128, 6272, 1)] // 28 tensors; pieces of 4096 would be 40
    [InlineData(4, 20480, 401408, 6272, 6272, 6272, 131072, 64, 64, 64, 1024, 1)]
    [InlineData(5, 26624, 401408, 6272, 6272, 6272, 131072, 64, 64, 64, 1024, 1)] // 29 tensors; five lists have room for 30
    [InlineData(3, 14336, 401408, 6272, 6272, 6272, 131072, 64, 64, 64, 1024, 1)] // 48
    [InlineData(4, 59392, 1500000, 500000, 1000)]
    [InlineData(4, 0, 819200, 2097152, 524288, 131072, 3072)] // as many blocks as there can be
    [InlineData(4, 0, 2048, 100, 1)] // one goes through it at once
    [InlineData(4, 2048, 2052)]
    [InlineData(4, 0, 5001, 100)] // no multiple of four
    [InlineData(4, 4096, 5001, 131072, 3)]
    public void Pieces_are_as_small_as_one_launch_has_room_for(int lists, long expected, params int[] sizes)
    {
        Assert.Equal(expected, PieceSize.Of([.. sizes.Select(size => (long)size)], lists));
    }

    [Theory]
    [InlineData(2048)]
    [InlineData(30_000)]
    [InlineData(300_000)]
    public void More_tensors_than_a_launch_takes_are_cut_to_fill_their_launches(int greatest)
    {
        var random = new Random(5);
        for (var count = 1; count < 120; count++)
        {
            long[] sizes = [.. Enumerable.Range(0, count).Select(_ => (long)random.Next(1, greatest))];

            var piece = PieceSize.Of(sizes, lists: 4);

            if (piece > 0)
            {
                var pieces = sizes.Sum(size => size % 4 == 0 ? (size + piece - 1) / piece : 1);
                Assert.Equal((count + 35) / 36, (pieces + 35) / 36);
                Assert.InRange(piece, 2048, Math.Min(65_536, sizes.Max()) - 1);
            }
        }
    }

    private static void RecordedAndOrdinary(string name, Device device)
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(11, CPU);
        Tensor[] start = [.. Shapes.Select(shape => randn(shape, generator: random).to(device))];
        Parameter[] ordinary = [.. start.Select(Copy)];
        Parameter[] recorded = [.. start.Select(Copy)];
        using var first = OptimizerCase<float>.All[name].Create(ordinary);
        using var second = OptimizerCase<float>.All[name].Create(recorded);

        for (var step = 0; step < 4; step++)
        {
            for (var i = 0; i < Shapes.Length; i++)
            {
                // The second has no gradient at first.
                var gradient = step == 0 && i == 1 ? null : randn(Shapes[i], generator: random).to(device);
                ordinary[i].grad = gradient;
                recorded[i].grad = gradient;
            }

            first.Step();
            InRecordedStep(second.Step);
        }

        Assert.All(start.Zip(recorded), pair => Assert.NotEqual(Values.Of(pair.First), Values.Of(pair.Second)));
        Assert.All(ordinary.Zip(recorded), pair => Assert.Equal(Values.Of(pair.First), Values.Of(pair.Second)));
        var states = first.Kept().Zip(second.Kept());
        Assert.All(states, pair => Assert.Equal(Values.Of(pair.First.Tensor), Values.Of(pair.Second.Tensor)));
    }

    /// <summary>Images are stored channels-last, as large convolutions on a GPU are.</summary>
    private static Parameter Copy(Tensor values)
    {
        var copy = values.dim() == 4 ? values.permute(0, 2, 3, 1).contiguous().permute(0, 3, 1, 2) : values.clone();
        return new Parameter(copy);
    }

    private static void InRecordedStep(Action work)
    {
        using var scope = NewDisposeScope();
        var inputs = new StepInputs(zeros(1), labels: null, latents: null);
        using var step = new RecordedStep(
            inputs,
            sources: [],
            _ =>
            {
                work();
                return zeros(1);
            }
        );
        step.Rehearse(new RecorderOnProcessor(), inputs);
    }
}
