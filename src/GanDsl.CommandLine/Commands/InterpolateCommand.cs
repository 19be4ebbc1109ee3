using System.CommandLine;

namespace GanDsl.CommandLine;

/// <summary>The command <c>interpolate</c>: shows what lies between the examples of a GAN of images.</summary>
internal sealed class InterpolateCommand<TGan> : WeightsCommand<TGan>
    where TGan : class, IGan
{
    private const string Strip = "walk-strip.png";
    private const string Animation = "walk.png";

    // So small that a screen shows every pixel of it as a square.
    private const long SmallSide = 128;

    private readonly Option<int> count;
    private readonly Option<int> between;
    private readonly Option<string?> labels;
    private readonly Option<double> framesPerSecond;
    private readonly Option<string?> folder;

    public InterpolateCommand(
        GanProgram<TGan> program,
        GanOptionSet chosen,
        Func<IGanOptions, TrainingRun, TGan> create
    )
        : base(
            program,
            chosen,
            create,
            "interpolate",
            "Walks through the latents of a GAN of images and back, as an animated picture and as a strip."
        )
    {
        count = OptionFactory.Count("--count", 8, "The latents that the way visits", least: 2, 1000);
        between = OptionFactory.Count("--between", 15, "Frames from one of them to the next", least: 0, 1000);
        labels = OptionFactory.Text(
            "--labels",
            null,
            "Of a GAN with labels: the classes to take in turn, one for each latent and the way from it, such as 3,1,4 or, where they have names, cat,dog [default: 0]"
        );
        framesPerSecond = OptionFactory.Positive("--frames-per-second", 12, "The speed of the animated picture");
        folder = OptionFactory.Text("--out", null, "The folder for what is written [default: that of the run]");
        Define(chosen.OfSampling, folder, count, between, labels, framesPerSecond);
    }

    protected override int Run(ParseResult parsed, TrainingRun run, TGan gan)
    {
        if (gan is not IGan<ImageBatch> ofImages || !ImageGrid.CanShow(gan.ExampleShape[0]))
        {
            throw new GanException(
                $"This GAN generates examples {ShapeText.Of(gan.ExampleShape)}, which are no images of 1 channel (grey) or 3 (red, green, blue), and a walk is "
                    + "shown in pictures; 'sample' writes such examples as numbers."
            );
        }

        var source = Weights.Load(parsed, gan);
        var speed = parsed.GetValue(framesPerSecond);
        if (speed is < 0.02 or > 1000)
        {
            throw new GanException("--frames-per-second has to be from 0.02 to 1000; choose such a speed.");
        }

        var ofWay = parsed.GetValue(between) + 1;
        using var places = gan.DrawLatents(parsed.GetValue(count));
        using var way = new UntypedLatents(
            LatentPath.Of(places.Tensor, gan.LatentDistribution, parsed.GetValue(between), closed: true),
            gan.LatentDimensions
        );
        var classes = LabelsOf(gan, parsed, source, way.Count, ofWay);
        var target = OutputFolder.Open(parsed.GetValue(folder) ?? source, Strip, Animation);
        using var frames = ofImages.Sample(way, classes);
        frames.SaveGrid(target[Strip], columns: ofWay == 1 ? frames.Count : ofWay);
        var side = gan.ExampleShape.Skip(1).Max();
        frames.SaveAnimation(target[Animation], speed, scale: (int)Math.Max(1, SmallSide / side));
        Console.WriteLine(
            $"Wrote {frames.Count} frames to {target.Path}: {Animation}, which moves in a browser, and {Strip}, a row for each way."
        );
        return 0;
    }

    private int[]? LabelsOf(TGan gan, ParseResult parsed, string source, int frames, int ofWay)
    {
        if (parsed.GetValue(labels) is not { } text)
        {
            return gan.ClassCount is null ? null : new int[frames];
        }

        var turn = LabelTurn.Of(gan, text, RunClasses.Read(source));
        return [.. Enumerable.Range(0, frames).Select(frame => turn[frame / ofWay % turn.Count])];
    }
}
