namespace TorchSharp.Modules;

/// <summary>x where positive, else a fraction of it (PyTorch: <c>torch.nn.LeakyReLU</c>).</summary>
public sealed class LeakyReLU : ParameterLessModule<torch.Tensor, torch.Tensor>
{
    internal LeakyReLU(double negative_slope, bool inplace)
        : base(nameof(LeakyReLU)) => (this.negative_slope, this.inplace) = (negative_slope, inplace);

    /// <summary>The factor of negative elements.</summary>
    public double negative_slope { get; set; }

    /// <summary>Whether the input is overwritten.</summary>
    public bool inplace { get; set; }

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor tensor) =>
        torch.nn.functional.leaky_relu(tensor, negative_slope, inplace);
}
