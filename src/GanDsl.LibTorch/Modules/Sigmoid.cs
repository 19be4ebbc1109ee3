namespace TorchSharp.Modules;

/// <summary>The logistic function 1 / (1 + exp(-x)), into (0, 1) (PyTorch: <c>torch.nn.Sigmoid</c>).</summary>
public sealed class Sigmoid : ParameterLessModule<torch.Tensor, torch.Tensor>
{
    internal Sigmoid(bool inplace)
        : base(nameof(Sigmoid)) => this.inplace = inplace;

    /// <summary>Whether the input is overwritten.</summary>
    public bool inplace { get; set; }

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.sigmoid(tensor, inplace);
}
