using TorchSharp.Utils;

namespace TorchSharp.Modules;

/// <summary>
/// An affine map of the last dimension, <c>y = x Wᵀ + b</c> (PyTorch: <c>torch.nn.Linear</c>):
/// [*, in_features] to [*, out_features].
/// </summary>
public sealed class Linear : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    [ComponentName(Name = nameof(weight))]
    private Parameter? _weight;

    [ComponentName(Name = nameof(bias))]
    private Parameter? _bias;

    internal Linear(Parameter weight, Parameter? bias)
        : base(nameof(Linear))
    {
        (out_features, in_features) = (weight.shape[0], weight.shape[1]);
        this.weight = weight;
        this.bias = bias;
    }

    internal Linear(long inputSize, long outputSize, bool hasBias, torch.Device? device, torch.ScalarType? dtype)
        : base(nameof(Linear))
    {
        (in_features, out_features) = (inputSize, outputSize);
        weight = new Parameter(torch.empty([outputSize, inputSize], dtype, device));
        bias = hasBias ? new Parameter(torch.empty([outputSize], dtype, device)) : null;
        DefaultInitialisation.Apply(weight, bias);
    }

    /// <summary>Size of the last dimension of the input.</summary>
    public long in_features { get; set; }

    /// <summary>Size of the last dimension of the output.</summary>
    public long out_features { get; set; }

    /// <summary>The weights W: [out_features, in_features].</summary>
    public Parameter weight
    {
        get => _weight!;
        set => SetParameter(nameof(weight), ref _weight, value ?? throw new ArgumentNullException(nameof(weight)));
    }

    /// <summary>The bias b: [out_features], or null.</summary>
    public Parameter? bias
    {
        get => _bias;
        set => SetParameter(nameof(bias), ref _bias, value);
    }

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.linear(tensor, weight, bias);
}
