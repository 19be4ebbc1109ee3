using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanDsl.Tests.Onnx;

/// <summary>A learned factor for each value.</summary>
[ShapeRule(KeepsShape = true)]
[PyTorchSource(
    """
        class Scale(nn.Module):
            def __init__(self, size):
                super().__init__()
                self.factors = nn.Parameter(torch.ones(size))

            def forward(self, x):
                return x * self.factors
        """
)]
public sealed class Scale : nn.Module<Tensor, Tensor>, IOnnxModule
{
    private readonly Parameter factors;

    public Scale(int size)
        : base(nameof(Scale))
    {
        factors = nn.Parameter(ones(size));
        RegisterComponents();
    }

    public override Tensor forward(Tensor input) => input * factors;

    public OnnxValue ToOnnx(OnnxGraph graph, OnnxValue input) =>
        graph.Node("Mul", [input, graph.Parameter(this, "factors")]);
}
