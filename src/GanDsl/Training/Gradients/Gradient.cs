using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Training;

/// <summary>
/// Gradients with respect to chosen tensors. TorchSharp's <c>autograd.grad</c> ends the process where libtorch finds an error; the same
/// function of TorchScript throws.
/// </summary>
internal static class Gradient
{
    private static readonly jit.CompilationUnit Functions = jit.compile(
        """
        def gradient(output: Tensor, input: Tensor, keep_graph: bool):
            gradients = torch.autograd.grad([output], [input], None, keep_graph, keep_graph, True)
            return gradients[0]

        """
    );

    /// <summary>The gradient of a number, as a tensor of the shape of <paramref name="input"/>; null where the number does not depend on it.</summary>
    /// <param name="output">One number.</param>
    /// <param name="input">With respect to what.</param>
    /// <param name="canBeDifferentiated">Whether the gradient has a graph of its own; the one it is taken through is kept then.</param>
    /// <exception cref="GanException">libtorch cannot differentiate what was computed.</exception>
    public static Tensor? Of(Tensor output, Tensor input, bool canBeDifferentiated = false)
    {
        if (!output.requires_grad)
        {
            return null;
        }

        try
        {
            return (Tensor?)Functions.invoke("gradient", output, input, canBeDifferentiated);
        }
        catch (ExternalException exception)
        {
            throw new GanException(
                "libtorch cannot differentiate what the networks computed; look for an operation without a derivative, or one that "
                    + "overwrites its input, in modules of your own.",
                exception
            );
        }
    }
}
