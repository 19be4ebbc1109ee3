using GanDsl;
using GanDsl.CommandLine;
using GanDsl.ToyData;
using Ring;
using TorchSharp;

const int judgedPoints = 2500;

var program = new GanProgram<IGan<PointBatch>>
{
    Description = "Trains a GAN on eight Gaussians in a ring and counts the ones it finds.",
    Folder = "out/ring",
    ReportEvery = 1000,
};
var loss = program.Choice("--loss", "The loss that trains the generator", "non-saturating", "saturating");

var ring = GaussianMixture.Ring(modes: 8, radius: 2, standardDeviation: 0.1);
program.Sampler = run =>
{
    // A source of its own, so that the real points do not depend on what else draws random numbers.
    var random = new torch.Generator(unchecked((ulong)run.Options.Seed + 2), torch.CPU);
    return count => new Minibatch(ring.Sample(count, random));
};
program.Judge = gan =>
{
    using var points = gan.Sample(judgedPoints);
    return ring.Evaluate(points.Tensor).ToString();
};

// The loss is part of a declaration, so each has a GAN of its own.
return program.Run(
    args,
    new RingGan.Options { Seed = 1, Steps = 10_000 },
    (options, run) =>
        run.Get(loss) == "saturating"
            ? new SaturatingRingGan(SaturatingRingGan.Options.Of(options))
            : new RingGan(RingGan.Options.Of(options))
);
