using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.CudaGraphs;

/// <summary>A module of the user's own reads a number at each call, which cannot be recorded.</summary>
[Gan]
[Latent(3)]
[Point(2)]
internal partial class ReadingGan
{
    [Generator]
    [Linear(6), ReLU, Linear(2)]
    public partial class Generator;

    [Discriminator]
    [Linear(5), Use<Watched>, LeakyReLU(0.2), Linear(1)]
    public partial class Discriminator;

    /// <summary>Its input, if that is finite.</summary>
    [ShapeRule(KeepsShape = true)]
    [PyTorchSource(
        """
            class Watched(nn.Module):
                def forward(self, x):
                    return x
            """
    )]
    public sealed class Watched() : nn.Module<Tensor, Tensor>(nameof(Watched)), IOnnxModule
    {
        /// <summary>Whether it waits for the GPU before.</summary>
        public static bool WaitsForGpu { get; set; }

        public override Tensor forward(Tensor input)
        {
            using var scope = NewDisposeScope();
            if (WaitsForGpu)
            {
                cuda.synchronize();
            }

            return double.IsFinite(input.mean().to(ScalarType.Float64).item<double>())
                ? input.alias().MoveToOuterDisposeScope()
                : throw new InvalidOperationException("The values are not finite.");
        }

        public OnnxValue ToOnnx(OnnxGraph graph, OnnxValue input) => graph.Node("Identity", [input]);
    }
}
