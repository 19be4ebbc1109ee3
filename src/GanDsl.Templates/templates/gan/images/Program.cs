using GanDsl;
using GanDsl.CommandLine;
using GanDsl.ToyData;

var program = new GanProgram<PictureGan>
{
    Description = "Trains a GAN to draw digits.",
    // In their place: IdxImages.Open("folder of MNIST"), or new TensorDataset(t, ValueRange.MinusOneToOne) of a tensor
    // [N, 1, 28, 28].
    Data = run => new SyntheticDigits(8_000, run.Options.Seed),
};

return PictureGan.Run(args, program, new() { BatchSize = 32, Seed = 1 });
