#:package GanDsl@0.1.0
#:package TorchSharp-cpu@0.107.0
#:property PublishAot=false
#:property UseCurrentRuntimeIdentifier=true
#:property CreateHardLinksForCopyLocalIfPossible=true

// A GAN in one file: 'dotnet run Quickstart.cs'. The first argument, if there is one, is the number of training steps.
using GanDsl;
using TorchSharp;

var steps = args.Length > 0 ? int.Parse(args[0]) : 3000;

using var gan = new CircleGan(new CircleGan.Options { Seed = 1, Steps = steps });

foreach (var step in gan.Train(OnACircle))
{
    if (step.Number == steps || step.Number % 500 == 0)
    {
        Console.WriteLine($"{step.Number}: D {step.DiscriminatorLoss:F3}  G {step.GeneratorLoss:F3}");
    }
}

using var points = gan.Sample(1000);
var radius = points.Tensor.norm(1);
Console.WriteLine(
    $"The points lie {radius.mean().item<float>():F2} from the middle, give or take {radius.std().item<float>():F2}."
);

// The real data: points on a circle of radius 1.
static torch.Tensor OnACircle(int count)
{
    var angle = torch.rand(count, 1) * (2 * MathF.PI);
    return torch.cat([angle.cos(), angle.sin()], dim: 1);
}

[Gan]
[Latent(8)]
[Point(2)]
[Adam(1e-3, Beta1 = 0.5)]
public partial class CircleGan
{
    [Generator]
    [Linear(64), ReLU, Linear(64), ReLU, Linear(2)]
    public partial class Generator;

    [Discriminator]
    [Linear(64), LeakyReLU(0.2), Linear(64), LeakyReLU(0.2), Linear(1)]
    public partial class Discriminator;
}
