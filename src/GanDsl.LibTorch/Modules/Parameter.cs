namespace TorchSharp.Modules;

/// <summary>A tensor that a module trains (PyTorch: <c>torch.nn.Parameter</c>).</summary>
public class Parameter : torch.Tensor
{
    /// <summary>Makes a parameter of a tensor.</summary>
    /// <param name="data">The tensor; the parameter takes it over and leaves it empty.</param>
    /// <param name="requires_grad">Whether gradients are computed for the parameter. Default: true.</param>
    public Parameter(torch.Tensor data, bool requires_grad = true)
        : base(data.with_requires_grad(requires_grad).MoveHandle(), register: false) =>
        DisposeScope.ReplaceWith(data, this);
}
