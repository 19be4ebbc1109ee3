using TorchSharp.Utils;

namespace TorchSharp.Modules;

/// <summary>Normalisation over the last dimensions of each example (Ba et al. 2016, PyTorch: <c>torch.nn.LayerNorm</c>).</summary>
public sealed class LayerNorm : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    [ComponentName(Name = nameof(weight))]
    private Parameter? _weight;

    [ComponentName(Name = nameof(bias))]
    private Parameter? _bias;

    internal LayerNorm(
        long[] normalized_shape,
        double eps,
        bool elementwise_affine,
        bool bias,
        torch.Device? device,
        torch.ScalarType? dtype
    )
        : base(nameof(LayerNorm))
    {
        this.normalized_shape = normalized_shape;
        this.eps = eps;
        this.elementwise_affine = elementwise_affine;
        if (elementwise_affine)
        {
            weight = new Parameter(torch.ones(normalized_shape, dtype, device));
            this.bias = bias ? new Parameter(torch.zeros(normalized_shape, dtype, device)) : null;
        }
    }

    /// <summary>The last sizes of the input, over which it normalises.</summary>
    public long[] normalized_shape { get; set; }

    /// <summary>Added to the variance before the square root.</summary>
    public double eps { get; set; }

    /// <summary>Whether there is a <see cref="weight"/>.</summary>
    public bool elementwise_affine { get; set; }

    /// <summary>The factor of each element; null where <see cref="elementwise_affine"/> is false.</summary>
    public Parameter weight
    {
        get => _weight!;
        set => SetParameter(nameof(weight), ref _weight, value ?? throw new ArgumentNullException(nameof(weight)));
    }

    /// <summary>What is added to each element, or null.</summary>
    public Parameter? bias
    {
        get => _bias;
        set => SetParameter(nameof(bias), ref _bias, value);
    }

    /// <summary>Sets the factors back to 1 and the offsets to 0.</summary>
    public void reset_parameters()
    {
        if (_weight is not null)
        {
            _ = torch.nn.init.ones_(_weight);
        }

        if (_bias is not null)
        {
            _ = torch.nn.init.zeros_(_bias);
        }
    }

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor tensor) =>
        torch.nn.functional.layer_norm(tensor, normalized_shape, weight, bias, eps);
}
