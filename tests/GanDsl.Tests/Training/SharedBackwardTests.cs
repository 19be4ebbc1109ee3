using GanDsl.Training;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GanDsl.Tests.Training;

/// <summary>One pass back through D gives both players the gradients that a pass for each of them gives, however sure D is.</summary>
public sealed class SharedBackwardTests
{
    /// <summary>Added to the logits of real examples and of fakes: from no doubt at all to no doubt at all, on either side.</summary>
    private static readonly double[] Shifts =
    [
        -5000,
        -700,
        -120,
        -104,
        -88,
        -50,
        -44,
        -30,
        -9,
        -1,
        0,
        1,
        9,
        30,
        88,
        120,
        5000,
    ];

    public static TheoryData<GanLoss, bool> Cases
    {
        get
        {
            var cases = new TheoryData<GanLoss, bool>();
            foreach (var loss in Enum.GetValues<GanLoss>())
            {
                cases.Add(loss, true);
                cases.Add(loss, false);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_gradients_are_those_of_two_passes(GanLoss loss, bool isDouble)
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        var dtype = isDouble ? float64 : float32;
        var discriminator = Sequential(Conv2d(2, 3, 2), LeakyReLU(0.2), Flatten(), Linear(12, 1)).to(float64);
        var count = Shifts.Length;
        var real = randn([count, 2, 3, 3], float64);
        var fakes = randn([count, 2, 3, 3], float64);
        var shift = tensor(Shifts, float64).reshape(count, 1);
        var losses = new GeneratedLosses(loss);

        // Two passes in float64: each loss by itself, from the logits as they are.
        var expectedOfD = new List<Tensor>();
        discriminator.zero_grad();
        losses.Discriminator(discriminator.call(real) - shift, discriminator.call(fakes) + shift).backward();
        expectedOfD.AddRange(discriminator.parameters().Select(parameter => parameter.grad!.clone()));
        var leaf = fakes.detach().requires_grad_();
        losses.Generator(discriminator.call(real) - shift, discriminator.call(leaf) + shift).backward();
        var expectedOfFakes = leaf.grad!;

        // One pass, in the type under test.
        discriminator.to(dtype);
        discriminator.zero_grad();
        shift = shift.to(dtype);
        var judged = fakes.to(dtype).detach().requires_grad_();
        var judgements = discriminator.call(cat([real.to(dtype), judged], 0)) + cat([-shift, shift], 0);
        var logits = judgements.detach().requires_grad_();
        var (realLogits, fakeLogits) = (logits.narrow(0, 0, count), logits.narrow(0, count, count));
        losses.Discriminator(realLogits, fakeLogits).backward();
        var found = SharedBackward.ThroughDiscriminator(
            judgements,
            logits,
            judged,
            losses.Generator(realLogits, fakeLogits)
        );

        // Each example by its own scale: the gradient of a fake that D is sure of is small beside that of another.
        var tolerance = isDouble ? 1e-12 : 3e-5;
        foreach (var example in Enumerable.Range(0, count))
        {
            AssertClose(expectedOfFakes[example], found[example], tolerance, 1e-30);
        }

        // A sum over examples, which may cancel: by the scale of the largest one.
        var scale = expectedOfD.Max(Largest);
        foreach (var (expected, parameter) in expectedOfD.Zip(discriminator.parameters()))
        {
            AssertClose(expected, parameter.grad!, tolerance, (tolerance * scale) + Math.Pow(2, -64));
        }
    }

    private static void AssertClose(Tensor expected, Tensor found, double relative, double absolute)
    {
        var scale = Largest(expected);
        var error = Largest(found.to(float64) - expected);
        Assert.True(
            error <= (relative * scale) + absolute,
            $"The gradient is off by {error:G3} where its largest element is {scale:G3}."
        );
    }

    private static double Largest(Tensor values) => values.abs().max().item<double>();

    /// <summary>The losses as they are generated; those written by hand go through probabilities, which have no tails.</summary>
    private sealed class GeneratedLosses(GanLoss loss)
    {
        private readonly Type losses = ModelCatalog
            .UpdatesAndLosses.First(model => ModelCatalog.LossOf(model) == loss)
            .GetNestedType("Losses")!;

        public Tensor Discriminator(Tensor realLogits, Tensor fakeLogits) =>
            (Tensor)losses.GetMethod("Discriminator")!.Invoke(null, [realLogits, fakeLogits])!;

        public Tensor Generator(Tensor realLogits, Tensor fakeLogits)
        {
            var method = losses.GetMethod("Generator")!;
            return (Tensor)
                method.Invoke(null, method.GetParameters().Length == 1 ? [fakeLogits] : [realLogits, fakeLogits])!;
        }
    }
}
