namespace TorchSharp.Modules;

/// <summary>
/// In training, zeroes each element with a probability and scales the others so that the mean stays
/// (PyTorch: <c>torch.nn.Dropout</c>); in evaluation, the identity.
/// </summary>
public sealed class Dropout : ParameterLessModule<torch.Tensor, torch.Tensor>
{
    internal Dropout(double p, bool inplace)
        : base(nameof(Dropout)) => (this.p, this.inplace) = (p, inplace);

    /// <summary>Probability of an element to be zeroed, in [0, 1].</summary>
    public double p { get; set; }

    /// <summary>Whether the input is overwritten.</summary>
    public bool inplace { get; set; }

    /// <inheritdoc/>
    public override torch.Tensor forward(torch.Tensor tensor) =>
        torch.nn.functional.dropout(tensor, p, training, inplace);
}
