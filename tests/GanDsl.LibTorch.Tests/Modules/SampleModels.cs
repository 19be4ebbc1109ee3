using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace GanDsl.LibTorch.Tests.Modules;

/// <summary>A base class with a private field, which is registered after the fields of the derived class.</summary>
internal abstract class SampleBase : nn.Module<Tensor, Tensor>
{
    private readonly Linear last = nn.Linear(4, 1);

    protected SampleBase(string name)
        : base(name) { }

    protected Tensor Last(Tensor x) => last.call(x);
}

/// <summary>One field of every kind: module, named module, parameter, buffer, and two that are none.</summary>
internal sealed class SampleModel : SampleBase
{
    private readonly Linear first = nn.Linear(3, 4);
    private readonly BatchNorm1d norm = nn.BatchNorm1d(4);

    [ComponentName(Name = "slope")]
    private readonly LeakyReLU _activation = nn.LeakyReLU(0.2);
    private readonly Parameter scale = nn.Parameter(ones(4));
    private readonly Tensor offset = zeros(4);
    private readonly Tensor? missing = null;
    private readonly string label = "not a component";

    public SampleModel()
        : base(nameof(SampleModel)) => RegisterComponents();

    public Parameter Scale => scale;

    public Tensor Offset => offset;

    public Linear First => first;

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var hidden = _activation.call(norm.call(first.call(input)));
        return Last((hidden * scale) + offset).MoveToOuterDisposeScope();
    }

    public override string ToString() => $"{label} {missing}";
}

/// <summary>Two layers that share their weights.</summary>
internal sealed class TiedModel : nn.Module<Tensor, Tensor>
{
    private readonly Linear encoder = nn.Linear(3, 3, hasBias: false);
    private readonly Linear decoder;

    public TiedModel()
        : base(nameof(TiedModel))
    {
        decoder = nn.Linear(encoder.weight);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input) => decoder.call(encoder.call(input));
}

/// <summary>A module of two arguments.</summary>
internal sealed class Product() : nn.Module<Tensor, Tensor, Tensor>(nameof(Product))
{
    public override Tensor forward(Tensor input1, Tensor input2) => input1 * input2;
}
