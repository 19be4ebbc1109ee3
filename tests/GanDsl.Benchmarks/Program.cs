using GanDsl.Benchmarks;
using TorchSharp;

// The first way is the reference: a speed of 1.10 is ten per cent faster than the step written by hand.
foreach (var threads in new[] { 1, 2 })
{
    torch.set_num_threads(threads);
    Console.WriteLine($"threads: {torch.get_num_threads()}");
    Compare("MLP, 256 points", rounds: 31, stepsPerRound: 20, PointStep(256));
    Compare("DCGAN, 64 images", rounds: 9, stepsPerRound: 2, ImageStep(64));
}

static void Compare(string title, int rounds, int stepsPerRound, (Action Hand, Action Emitted) steps) =>
    new Comparison(title, rounds, stepsPerRound)
        .Add("written by hand, shared fakes", steps.Hand)
        .Add("emitted, shared fakes", steps.Emitted)
        .Run();

static (Action Hand, Action Emitted) PointStep(int count)
{
    var gan = new PointGan();
    var real = new PointGan.Points(torch.randn(count, 2));
    var hand = new HandWrittenStep(new PointGan.Generator(), new PointGan.Discriminator(), 2);
    return (() => hand.Run(real.Tensor), () => gan.Step(real));
}

static (Action Hand, Action Emitted) ImageStep(int count)
{
    var gan = new ImageGan();
    var real = new ImageGan.Images(torch.rand(count, 1, 28, 28) * 2 - 1);
    var hand = new HandWrittenStep(new ImageGan.Generator(), new ImageGan.Discriminator(), 64);
    return (() => hand.Run(real.Tensor), () => gan.Step(real));
}
