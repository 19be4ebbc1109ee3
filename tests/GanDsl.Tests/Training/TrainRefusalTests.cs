using GanDsl.Tests.Models;
using TorchSharp;
using static TorchSharp.torch;
using Gan = GanDsl.Tests.Models.AlternatingNonSaturatingGan;

namespace GanDsl.Tests.Training;

/// <summary>What cannot be trained on is refused in a sentence, when Train is called and not at its first step.</summary>
public sealed class TrainRefusalTests
{
    [Fact]
    public void Data_of_another_shape()
    {
        using var gan = new Gan();
        using var data = new TensorDataset(zeros(100, 3), description: "the test points");

        Assert.Equal(
            "AlternatingNonSaturatingGan takes examples [2], but those of the test points are [3]: change the shape that "
                + "AlternatingNonSaturatingGan declares or the data.",
            Assert.Throws<GanException>(() => gan.Train(data)).Message
        );
    }

    [Fact]
    public void Data_whose_channels_come_last()
    {
        using var gan = new ConvolutionGan();
        using var data = new TensorDataset(zeros(100, 8, 8, 1), ValueRange.MinusOneToOne, "the test images");

        Assert.EndsWith(
            "change the shape that ConvolutionGan declares or the data (its axes are in another order: change it with "
                + "tensor.permute(0, 3, 1, 2), as reshape would scramble the values).",
            Assert.Throws<GanException>(() => gan.Train(data)).Message
        );
    }

    [Fact]
    public void Data_of_another_range()
    {
        using var gan = new ConvolutionGan();
        using var data = new TensorDataset(zeros(100, 1, 8, 8), ValueRange.ZeroToOne, "the test images");

        Assert.Equal(
            "ConvolutionGan works on values in [-1, 1], but those of the test images are in [0, 1]: scale the data or set "
                + "Range = ValueRange.ZeroToOne where ConvolutionGan declares its shape.",
            Assert.Throws<GanException>(() => gan.Train(data)).Message
        );
    }

    [Fact]
    public void Images_in_memory_outside_the_declared_range()
    {
        using var gan = new ConvolutionGan(new() { BatchSize = 2 });
        using var images = new ConvolutionGan.Images(full([2, 1, 8, 8], 1.5f));

        var message = Assert.Throws<GanException>(() => gan.Train(images)).Message;

        Assert.Contains("has the value 1.5, but the values should be in [-1, 1]", message);
    }

    [Fact]
    public void Points_in_memory_that_are_not_finite()
    {
        using var gan = new Gan(new() { BatchSize = 2 });
        using var points = new Gan.Points(tensor(new[] { 0, 1, float.NaN, 2 }, 2, 2));

        Assert.Contains("has the value NaN", Assert.Throws<GanException>(() => gan.Train(points)).Message);
    }

    [Fact]
    public void Fewer_examples_than_one_step_takes()
    {
        using var gan = new Gan(new() { BatchSize = 4, DiscriminatorSteps = 3 });
        using var data = new RecordingDataset(11);

        Assert.Equal(
            "One step of AlternatingNonSaturatingGan draws 12 examples, but there are 11 in the recorded points: take a smaller batch size "
                + "or more data.",
            Assert.Throws<GanException>(() => gan.Train(data)).Message
        );
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-2)]
    public void No_epochs(int epochs)
    {
        using var gan = new Gan(new() { BatchSize = 4 });
        using var data = new RecordingDataset(11);

        Assert.Equal(
            $"epochs is {epochs}, but it has to be at least 1.",
            Assert.Throws<GanException>(() => gan.Train(data, epochs)).Message
        );
    }

    [Fact]
    public void Nothing()
    {
        using var gan = new Gan();

        Assert.Throws<ArgumentNullException>(() => gan.Train((Dataset)null!));
        Assert.Throws<ArgumentNullException>(() => gan.Train((Gan.Points)null!));
        Assert.Throws<ArgumentNullException>(() => gan.Train((Func<int, Tensor>)null!, 1));
    }

    [Fact]
    public void Refusing_leaves_nothing_behind()
    {
        using var gan = new Gan();
        using var points = new Gan.Points(zeros(3, 2));
        using var data = new TensorDataset(zeros(100, 3));
        var live = Live.Count;

        Assert.Throws<GanException>(() => gan.Train(points));
        Assert.Throws<GanException>(() => gan.Train(data));

        Assert.Equal(live, Live.Count);
    }

    // A set of one's own may answer something else than it declares.
    [Fact]
    public void A_data_set_that_reads_another_shape_than_it_declares()
    {
        using var gan = new Gan(new() { BatchSize = 4 });
        using var data = new LyingDataset();
        var live = Live.Count;

        var message = Assert.Throws<GanException>(() => gan.Train(data).First()).Message;

        Assert.Equal(
            "The data set (points that are none) was asked for [4, 2] and answered [4, 3]; answer one row for each example asked for, in "
                + "the declared data shape.",
            message
        );
        Assert.Equal(live, Live.Count);
    }

    private sealed class LyingDataset : Dataset
    {
        public override int Count => 10;

        public override IReadOnlyList<long> ExampleShape => [2];

        public override ValueRange Range => ValueRange.Unbounded;

        public override string Description => "points that are none";

        public override Tensor Read(ReadOnlySpan<int> indices) => zeros(indices.Length, 3);
    }
}
