namespace TorchSharp;

public static partial class torch
{
    /// <summary>Neural network modules, their functions and their initialisation (PyTorch: <c>torch.nn</c>).</summary>
    public static partial class nn { }
}
