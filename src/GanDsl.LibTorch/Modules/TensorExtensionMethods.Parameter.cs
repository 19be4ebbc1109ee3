using TorchSharp.Modules;

namespace TorchSharp;

public static partial class TensorExtensionMethods
{
    /// <summary>Makes a parameter of a tensor.</summary>
    /// <param name="tensor">The tensor; the parameter takes it over and leaves it empty.</param>
    /// <returns>The parameter, which requires gradients.</returns>
    public static Parameter AsParameter(this torch.Tensor tensor) => new(tensor);
}
