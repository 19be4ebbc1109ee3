using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Modules;

/// <summary>
/// Arithmetic of tensors with numbers, which are kept until libtorch has read them. TorchSharp hands a number to libtorch as a
/// <see cref="Scalar"/>, also the factor 1 of <c>x + y</c>, and the garbage collector may free a temporary one in the middle of the call.
/// The results are those of the operators and functions named with each, bit for bit.
/// </summary>
/// <remarks>As in PyTorch, what ends in _ writes over its tensor and answers it.</remarks>
public static class TensorArithmetic
{
    private static readonly Scalar One = 1.ToScalar();
    private static readonly Scalar Two = 2.ToScalar();

    /// <summary><c>x + y</c>.</summary>
    public static Tensor Plus(this Tensor x, Tensor y) => x.add(y, One);

    /// <summary><c>x + number</c>.</summary>
    public static Tensor Plus(this Tensor x, double number)
    {
        using Scalar kept = number;
        return x.add(kept, One);
    }

    /// <summary><c>x.add_(y)</c>.</summary>
    public static Tensor Plus_(this Tensor x, Tensor y) => x.add_(y, One);

    /// <summary><c>x.add_(1)</c>, of whole numbers, too.</summary>
    public static Tensor PlusOne_(this Tensor x) => x.add_(One, One);

    /// <summary><c>torch._foreach_add_(tensors, number)</c>, on a GPU one operation for all; TorchSharp has none.</summary>
    internal static void AddToAll_(Tensor[] tensors, int number)
    {
        using var kept = number.ToScalar();
        Compiled.Unit.invoke("add_to_all", tensors, kept);

        // The call holds bare handles.
        GC.KeepAlive(tensors);
    }

    /// <summary><c>x - number</c>.</summary>
    public static Tensor Minus(this Tensor x, double number)
    {
        using Scalar kept = number;
        return x.sub(kept);
    }

    /// <summary><c>number - x</c>.</summary>
    public static Tensor SubtractFrom(this Tensor x, double number) => x.negative().Plus(number);

    /// <summary><c>x * number</c>.</summary>
    public static Tensor Times(this Tensor x, double number)
    {
        using Scalar kept = number;
        return x.mul(kept);
    }

    /// <summary><c>x / number</c>.</summary>
    public static Tensor DividedBy(this Tensor x, double number)
    {
        using Scalar kept = number;
        return x.div(kept);
    }

    /// <summary><c>x.div_(number)</c>.</summary>
    public static Tensor DividedBy_(this Tensor x, double number)
    {
        using Scalar kept = number;
        return x.div_(kept);
    }

    /// <summary><c>x.square()</c>.</summary>
    public static Tensor Square(this Tensor x) => x.pow(Two);

    /// <summary><c>x.pow(exponent)</c>.</summary>
    public static Tensor Pow(this Tensor x, double exponent)
    {
        using Scalar kept = exponent;
        return x.pow(kept);
    }

    /// <summary><c>x.clamp(least, greatest)</c>.</summary>
    public static Tensor Clamp(this Tensor x, double least, double greatest)
    {
        using Scalar keptLeast = least;
        using Scalar keptGreatest = greatest;
        return x.clamp(keptLeast, keptGreatest);
    }

    /// <summary><c>x.clamp_(least, greatest)</c>.</summary>
    public static Tensor Clamp_(this Tensor x, double least, double greatest)
    {
        using Scalar keptLeast = least;
        using Scalar keptGreatest = greatest;
        return x.clamp_(keptLeast, keptGreatest);
    }

    /// <summary><c>x.clamp_min(least)</c>.</summary>
    public static Tensor ClampMin(this Tensor x, double least)
    {
        using Scalar kept = least;
        return x.clamp_min(kept);
    }

    /// <summary><c>x.fill_(number)</c>.</summary>
    public static Tensor Fill_(this Tensor x, double number)
    {
        using Scalar kept = number;
        return x.fill_(kept);
    }

    /// <summary><c>arange(stop)</c>: 0, 1, … below the stop.</summary>
    internal static Tensor Range(long stop, ScalarType type, Device device)
    {
        using Scalar kept = stop;
        return arange(kept, type, device);
    }

    /// <summary><c>x.leaky_relu(negativeSlope)</c>.</summary>
    public static Tensor LeakyReLU(this Tensor x, double negativeSlope)
    {
        using Scalar kept = negativeSlope;
        return x.leaky_relu(kept);
    }

    /// <summary><c>x.leaky_relu_(negativeSlope)</c>.</summary>
    public static Tensor LeakyReLU_(this Tensor x, double negativeSlope)
    {
        using Scalar kept = negativeSlope;
        return x.leaky_relu_(kept);
    }

    /// <summary><c>functional.elu(x, alpha)</c>.</summary>
    public static Tensor ELU(this Tensor x, double alpha = 1)
    {
        using Scalar kept = alpha;
        return x.elu(kept, One, One);
    }

    /// <summary><c>functional.softplus(x, beta, threshold)</c>, through TorchScript: TorchSharp's own takes no scalars that one could keep.</summary>
    public static Tensor Softplus(this Tensor x, double beta = 1, double threshold = 20)
    {
        using Scalar keptBeta = beta;
        using Scalar keptThreshold = threshold;
        return (Tensor)Compiled.Unit.invoke("softplus", x, keptBeta, keptThreshold);
    }

    /// <summary><c>functional.mish(x)</c>.</summary>
    public static Tensor Mish(this Tensor x)
    {
        using var scope = NewDisposeScope();
        return (x * x.Softplus().tanh()).MoveToOuterDisposeScope();
    }

    /// <summary>Compiled when it is first needed, once in a process: TorchSharp never frees a unit.</summary>
    private static class Compiled
    {
        public static readonly jit.CompilationUnit Unit = jit.compile(
            """
            def softplus(x: Tensor, beta: float, threshold: float):
                return torch.softplus(x, beta, threshold)

            def add_to_all(tensors: List[Tensor], number: int):
                torch._foreach_add_(tensors, number)

            """
        );
    }
}
