using GanDsl;
using GanDsl.CommandLine;
using GanDsl.ToyData;

var ring = GaussianMixture.Ring();
var program = new GanProgram<PointGan>
{
    Description = "Trains a GAN on eight Gaussians in a ring and counts the ones it finds.",
    ReportEvery = 500,
    // In its place: any function from a number n to a tensor [n, 2], or Data and a TensorDataset.
    Sampler = run => count => new Minibatch(ring.Sample(count)),
    Judge = gan =>
    {
        using var points = gan.Sample(2_500);
        return ring.Evaluate(points.Tensor).ToString();
    },
};

return PointGan.Run(args, program, new() { Seed = 1, Steps = 5_000 });
