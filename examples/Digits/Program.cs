using Digits;
using GanDsl;
using GanDsl.CommandLine;
using GanDsl.ToyData;

const int syntheticImages = 8_000;

var program = new GanProgram<DigitGan> { Description = "Trains a GAN to draw digits.", Folder = "out/digits" };
var data = program.Text(
    "--data",
    "An IDX file of images, such as MNIST's, or the folder it is in [default: synthetic digits]"
);
var limit = program.Count("--limit", "Train on the first images only");
program.Data = run =>
{
    if (run.Get(data) is not { } path)
    {
        return new SyntheticDigits(run.Get(limit) ?? syntheticImages, run.Options.Seed);
    }

    using var images = IdxImages.Open(path);
    return images.Take(run.Get(limit) ?? images.Count);
};

return DigitGan.Run(args, program, new() { BatchSize = 32, Seed = 1 });
