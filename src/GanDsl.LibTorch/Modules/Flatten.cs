namespace TorchSharp.Modules;

/// <summary>Merges a range of dimensions into one (PyTorch: <c>torch.nn.Flatten</c>).</summary>
public sealed class Flatten : ParameterLessModule<torch.Tensor, torch.Tensor>
{
    internal Flatten(long start_dim, long end_dim)
        : base(nameof(Flatten)) => (this.start_dim, this.end_dim) = (start_dim, end_dim);

    /// <summary>The first dimension of the range; negative counts from the last.</summary>
    public long start_dim { get; set; }

    /// <summary>The last dimension of the range; negative counts from the last.</summary>
    public long end_dim { get; set; }

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor input) => input.flatten(start_dim, end_dim);
}
