using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Models;

#pragma warning disable GAN0512 // Blocks are looked at, whatever stands before them.

/// <summary>Blocks, residual ones with and without a shortcut, a module of its own, spectral normalisation in every place.</summary>
[Gan(BatchSize = 4)]
[Latent(6)]
[Image(2, 4, 4)]
internal partial class StructureGan
{
    [Generator]
    [Linear(8 * 2 * 2), Reshape(8, 2, 2)]
    [Use<UpBlock>(4)]
    [Use<Twice>(0.5), Conv2d(2, 1, Name = "paint"), Tanh]
    public partial class Generator;

    [Discriminator]
    [SpectralNorm]
    [Conv2d(3, 3, Padding = 1, PaddingMode = PaddingMode.Circular), LeakyReLU(0.2)]
    [Use<Wide>(5, Name = "wide"), ConvTranspose2d(4, 2, Stride = 2), LeakyReLU(0.2)]
    [Flatten, Maxout(3, 2), SpectralNorm(PowerIterations = 3)]
    [Use<Refine>, Linear(1)]
    public partial class Discriminator;

    [Block]
    [ConvTranspose2d(BlockParameter.First, 2, Stride = 2, Bias = false), BatchNorm, ReLU]
    public class UpBlock;

    [Block, Residual<Shortcut>(BlockParameter.First)]
    [Conv2d(3, 1), Tanh]
    [Conv2d(BlockParameter.First, 1)]
    public class Wide;

    [Block, Conv2d(BlockParameter.First, 1, Bias = false)]
    public class Shortcut;

    [Block, Residual, Linear(3), Tanh]
    public class Refine;

    /// <summary>Its input and a multiple of it, one after the other.</summary>
    [ShapeRule("C, H, W -> 2 * C, H, W")]
    [PyTorchSource(
        """
            class Twice(nn.Module):
                def __init__(self, factor):
                    super().__init__()
                    self.factor = nn.Parameter(torch.tensor(factor))

                def forward(self, x):
                    return torch.cat([x, x * self.factor], 1)
            """
    )]
    public sealed class Twice : nn.Module<Tensor, Tensor>, IOnnxModule
    {
        private readonly TorchSharp.Modules.Parameter factor;

        public Twice(double factor)
            : base(nameof(Twice))
        {
            this.factor = nn.Parameter(tensor(factor, get_default_dtype()));
            RegisterComponents();
        }

        public override Tensor forward(Tensor input)
        {
            using var scope = NewDisposeScope();
            return cat([input, input * factor], 1).MoveToOuterDisposeScope();
        }

        public OnnxValue ToOnnx(OnnxGraph graph, OnnxValue input)
        {
            var multiple = graph.Mul(input, graph.Parameter(this, "factor"));
            return graph.Node("Concat", [input, multiple], OnnxArgument.Integer("axis", 1));
        }
    }
}
