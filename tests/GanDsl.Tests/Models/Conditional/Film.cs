using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanDsl.Tests.Models;

/// <summary>A scale for each class and feature (Perez et al. 2018): a module of its own that is given the labels.</summary>
[ShapeRule(KeepsShape = true)]
[PyTorchSource(
    """
        class Film(nn.Module):
            def __init__(self, classes, features):
                super().__init__()
                self.scales = nn.Parameter(torch.ones(classes, features))

            def forward(self, x, labels):
                return x * self.scales[labels]
        """
)]
public sealed class Film : nn.Module<Tensor, Tensor, Tensor>, IOnnxLabelModule
{
    private readonly Parameter scales;

    public Film(int classes, int features)
        : base(nameof(Film))
    {
        scales = nn.Parameter(rand(classes, features, get_default_dtype()));
        RegisterComponents();
    }

    public override Tensor forward(Tensor input, Tensor labels)
    {
        using var scope = NewDisposeScope();
        return (input * scales.index_select(0, labels)).MoveToOuterDisposeScope();
    }

    public OnnxValue ToOnnx(OnnxGraph graph, OnnxValue input, OnnxValue labels) =>
        graph.Mul(input, graph.Node("Gather", [graph.Parameter(this, "scales"), labels]));
}
