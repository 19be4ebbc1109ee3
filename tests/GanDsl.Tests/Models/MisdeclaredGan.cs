using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Models;

/// <summary>A module whose shape rule is wrong, and reshapes that could hide a wrong width behind another number of rows.</summary>
[Gan]
[Latent(4)]
[Point(2)]
internal partial class MisdeclaredGan
{
    [Generator]
    [Linear(8), Use<FirstHalf>]
    [Reshape(2, 4), Flatten, Linear(2)]
    public partial class Generator;

    [Discriminator]
    [Reshape(1, 2), Flatten, Linear(1)]
    public partial class Discriminator;

    [ShapeRule(KeepsShape = true)]
    public sealed class FirstHalf() : nn.Module<Tensor, Tensor>(nameof(FirstHalf))
    {
        public override Tensor forward(Tensor input) => input.narrow(1, 0, input.shape[1] / 2);
    }
}
