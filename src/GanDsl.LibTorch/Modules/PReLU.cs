using TorchSharp.Utils;

namespace TorchSharp.Modules;

/// <summary>Each element, times a learned slope where it is negative (He et al. 2015, PyTorch: <c>torch.nn.PReLU</c>).</summary>
public sealed class PReLU : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    [ComponentName(Name = nameof(weight))]
    private Parameter? _weight;

    internal PReLU(long num_parameters, double init, torch.Device? device, torch.ScalarType? dtype)
        : base(nameof(PReLU))
    {
        this.num_parameters = num_parameters;
        this.init = init;
        weight = new Parameter(torch.full([num_parameters], init, dtype, device));
    }

    /// <summary>The number of slopes: 1, or one for each channel.</summary>
    public long num_parameters { get; }

    /// <summary>What the slopes are at first.</summary>
    public double init { get; }

    /// <summary>The slopes: [num_parameters].</summary>
    public Parameter weight
    {
        get => _weight!;
        set => SetParameter(nameof(weight), ref _weight, value ?? throw new ArgumentNullException(nameof(weight)));
    }

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.prelu(tensor, weight);
}
