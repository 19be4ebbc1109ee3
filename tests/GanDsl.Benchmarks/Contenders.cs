using GanDsl.Benchmarks.Floor;
using GanDsl.Benchmarks.Models;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GanDsl.Benchmarks;

/// <summary>The ways of training one pair of networks.</summary>
/// <param name="ByHand">The step written by hand.</param>
/// <param name="Emitted">The emitted step; throws a <see cref="GanException"/> where the machine does not have the precision.</param>
/// <param name="Floor">The arithmetic of both.</param>
internal sealed record Contenders(
    Func<GanUpdate, Action> ByHand,
    Func<GanUpdate, GanPrecision, Action> Emitted,
    ArithmeticFloor Floor
)
{
    /// <summary>The ways for Points, Images or NormalizedImages.</summary>
    public static Contenders Of(string networks) =>
        networks switch
        {
            "Points" => Points(256),
            "Images" => Images(64),
            "NormalizedImages" => NormalizedImages(64),
            _ => throw new ArgumentException(
                $"There are no networks '{networks}': choose Points, Images or NormalizedImages."
            ),
        };

    private static Contenders Points(int rows)
    {
        var real = randn(rows, 2);
        return new(
            StepByHand(() => new AlternatingPoints.Generator(), () => new AlternatingPoints.Discriminator(), real, 2),
            (update, precision) =>
                update switch
                {
                    GanUpdate.Alternating => EmittedStep(
                        new AlternatingPoints(new() { Precision = precision }),
                        new AlternatingPoints.Points(real),
                        (gan, batch) => gan.Step(batch)
                    ),
                    GanUpdate.AlternatingSharedFakes => EmittedStep(
                        new AlternatingSharedFakesPoints(new() { Precision = precision }),
                        new AlternatingSharedFakesPoints.Points(real),
                        (gan, batch) => gan.Step(batch)
                    ),
                    _ => EmittedStep(
                        new SimultaneousPoints(new() { Precision = precision }),
                        new SimultaneousPoints.Points(real),
                        (gan, batch) => gan.Step(batch)
                    ),
                },
            Floors.Of("Points", rows, Arithmetic.Processor)
        );
    }

    private static Contenders Images(int rows)
    {
        var real = (rand(rows, 1, 28, 28) * 2) - 1;
        return new(
            StepByHand(() => new AlternatingImages.Generator(), () => new AlternatingImages.Discriminator(), real, 64),
            (update, precision) =>
                update switch
                {
                    GanUpdate.Alternating => EmittedStep(
                        new AlternatingImages(new() { Precision = precision }),
                        new AlternatingImages.Images(real),
                        (gan, batch) => gan.Step(batch)
                    ),
                    GanUpdate.AlternatingSharedFakes => EmittedStep(
                        new AlternatingSharedFakesImages(new() { Precision = precision }),
                        new AlternatingSharedFakesImages.Images(real),
                        (gan, batch) => gan.Step(batch)
                    ),
                    _ => EmittedStep(
                        new SimultaneousImages(new() { Precision = precision }),
                        new SimultaneousImages.Images(real),
                        (gan, batch) => gan.Step(batch)
                    ),
                },
            Floors.Of("Images", rows, Arithmetic.Processor)
        );
    }

    private static Contenders NormalizedImages(int rows)
    {
        var real = (rand(rows, 1, 28, 28) * 2) - 1;
        return new(
            StepByHand(
                () => new AlternatingNormalizedImages.Generator(),
                () => new AlternatingNormalizedImages.Discriminator(),
                real,
                64
            ),
            (update, precision) =>
                update switch
                {
                    GanUpdate.Alternating => EmittedStep(
                        new AlternatingNormalizedImages(new() { Precision = precision }),
                        new AlternatingNormalizedImages.Images(real),
                        (gan, batch) => gan.Step(batch)
                    ),
                    GanUpdate.AlternatingSharedFakes => EmittedStep(
                        new AlternatingSharedFakesNormalizedImages(new() { Precision = precision }),
                        new AlternatingSharedFakesNormalizedImages.Images(real),
                        (gan, batch) => gan.Step(batch)
                    ),
                    _ => EmittedStep(
                        new SimultaneousNormalizedImages(new() { Precision = precision }),
                        new SimultaneousNormalizedImages.Images(real),
                        (gan, batch) => gan.Step(batch)
                    ),
                },
            Floors.Of("Images", rows, Arithmetic.Processor)
        );
    }

    private static Func<GanUpdate, Action> StepByHand(
        Func<Module<Tensor, Tensor>> generator,
        Func<Module<Tensor, Tensor>> discriminator,
        Tensor real,
        int latentDimensions
    ) =>
        update =>
        {
            var step = new HandWrittenStep(generator(), discriminator(), latentDimensions).Of(update);
            return () => step(real);
        };

    private static Action EmittedStep<TGan, TBatch>(TGan gan, TBatch batch, Action<TGan, TBatch> step) =>
        () => step(gan, batch);
}
