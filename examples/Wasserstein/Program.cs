using GanDsl;
using GanDsl.CommandLine;
using GanDsl.ToyData;
using TorchSharp;
using Wasserstein;

const int judgedPoints = 2000;
const int stepsOfMean = 50;

var program = new GanProgram<GridGan>
{
    Description = "Trains a Wasserstein GAN on 25 Gaussians in a grid and counts the ones it finds.",
    Folder = "out/wasserstein",
    ReportEvery = 250,
    Results = ["estimate.svg"],
};
var grid = GaussianMixture.Grid(side: 5, spacing: 1, standardDeviation: 0.05);
program.Sampler = run =>
{
    // A source of its own, so that the real points do not depend on what else draws random numbers.
    var random = new torch.Generator(unchecked((ulong)run.Options.Seed + 2), torch.CPU);
    return count => new Minibatch(grid.Sample(count, random));
};

var steps = new List<GridGan.TrainingStep>();
program.AfterStep = (gan, step, run) =>
{
    steps.Add((GridGan.TrainingStep)step);

    // Falls evenly to zero, as in the paper: points settle where large steps would keep them moving about.
    var left = 1 - ((double)step.Number / run.Options.Steps!.Value);
    gan.GeneratorOptimizer.LearningRate = left * run.Options.GeneratorLearningRate;
    gan.DiscriminatorOptimizer.LearningRate = left * run.Options.DiscriminatorLearningRate;
};
program.Judge = gan =>
{
    using var points = gan.Sample(judgedPoints);
    return grid.Evaluate(points.Tensor).ToString();
};
program.Finish = (_, run) =>
{
    var eachStep = LineSeries.OfSteps("each step", [.. steps.Select(step => step.WassersteinEstimate)]) with
    {
        IsFaint = true,
    };
    var means = eachStep.MeansOf($"mean of {stepsOfMean} steps", stepsOfMean);
    LinePlot.Save(run.Folder["estimate.svg"], [eachStep, means], "The critic's estimate of the Wasserstein distance");
};

return GridGan.Run(args, program, new() { Seed = 1, Steps = 6000 });
