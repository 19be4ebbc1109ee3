using ConditionalDigits;
using GanDsl;
using GanDsl.CommandLine;
using GanDsl.ToyData;

const int digits = 10;
const int usualImages = 8_000;
const int columns = 10;
const int judgedPerClass = 50;

var program = new GanProgram<ConditionalDigitGan>
{
    Description = "Trains a conditional GAN to draw the digit that it is asked for.",
    Folder = "out/conditional-digits",
    Results = ["classes.png"],
};
var data = program.Text(
    "--data",
    "A folder with IDX files of images and labels, such as MNIST's [default: synthetic digits]"
);
var limit = program.Count("--limit", "Train on the first images only", usualImages);

NearestMean? judge = null;
program.Data = run =>
{
    var count = run.Get(limit);
    using var images = run.Get(data) is { } folder
        ? new LabeledDataset(IdxImages.Open(folder), IdxLabels.Open(folder))
        : SyntheticDigits.Labeled(count, run.Options.Seed);
    var taken = images.Take(Math.Min(count, images.Count));
    judge = new NearestMean(taken, digits);
    return taken;
};
program.Judge = gan =>
{
    using var labels = ConditionalDigitGan.Labels.EachClass(judgedPerClass);
    using var samples = gan.Sample(labels);
    return FormattableString.Invariant($"as asked {judge!.Share(samples, labels):P1}");
};
program.Finish = (gan, run) =>
{
    // Row by row the digits 0 to 9.
    using var labels = ConditionalDigitGan.Labels.EachClass(columns);
    using var samples = gan.Sample(labels);
    samples.SaveGrid(run.Folder["classes.png"], columns);
};

using (judge)
{
    return ConditionalDigitGan.Run(args, program, new() { Epochs = 8, Seed = 1 });
}
