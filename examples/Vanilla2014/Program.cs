using GanDsl;
using GanDsl.CommandLine;
using GanDsl.ToyData;
using Vanilla2014;

const int syntheticImages = 8_000;

var program = new GanProgram<VanillaGan>
{
    Description = "Trains the GAN of Goodfellow et al. 2014 to draw digits.",
    Folder = "out/vanilla2014",
    ReportEvery = 250,
};
var data = program.Text(
    "--data",
    "An IDX file of images, such as MNIST's, or the folder it is in [default: synthetic digits]"
);
program.Data = run =>
    run.Get(data) is { } path
        ? IdxImages.Open(path, ValueRange.ZeroToOne)
        : new SyntheticDigits(syntheticImages, run.Options.Seed, ValueRange.ZeroToOne);
program.Prepare = (gan, run) => PublishedWeights.Set(gan, run.Data);

return VanillaGan.Run(args, program, new() { Seed = 1, Steps = 6000 });
