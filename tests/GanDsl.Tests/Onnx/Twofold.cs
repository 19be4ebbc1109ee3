using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GanDsl.Tests.Onnx;

/// <summary>The ELU of twice its input: whole numbers, where ONNX wants those of float32.</summary>
[ShapeRule(KeepsShape = true)]
[PyTorchSource(
    """
        class Twofold(nn.Module):
            def forward(self, x):
                return nn.functional.elu(x + x)
        """
)]
public sealed class Twofold() : Module<Tensor, Tensor>(nameof(Twofold)), IOnnxModule
{
    public override Tensor forward(Tensor input) => functional.elu(input + input, alpha: 1);

    public OnnxValue ToOnnx(OnnxGraph graph, OnnxValue input)
    {
        var twice = graph.Node("Mul", [input, graph.Scalar(2)]);
        return graph.Node("Elu", twice, OnnxArgument.Number("alpha", 1));
    }
}
