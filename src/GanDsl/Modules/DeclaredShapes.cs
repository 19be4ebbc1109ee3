using System.ComponentModel;
using static TorchSharp.torch;

namespace GanDsl.Modules;

/// <summary>Calls modules of users' own, of which the build knows only what their shape rules say.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class DeclaredShapes
{
    /// <summary>Calls the module, and compares what it makes with its shape rule: <c>[N, …]</c> to <c>[N, sizes]</c>.</summary>
    /// <param name="module">A module with a <see cref="ShapeRuleAttribute"/>.</param>
    /// <param name="input">Its input.</param>
    /// <param name="sizes">The shape of an example of its output, as its rule says.</param>
    /// <exception cref="GanException">The output has another shape.</exception>
    public static Tensor CallAsDeclared(this nn.Module<Tensor, Tensor> module, Tensor input, params long[] sizes)
    {
        ArgumentNullException.ThrowIfNull(module);
        return Checked(module, input, module.call(input), sizes);
    }

    /// <summary>The same of a module that is given the labels <c>[N]</c>, int64, beside its input.</summary>
    /// <param name="module">A module with a <see cref="ShapeRuleAttribute"/>.</param>
    /// <param name="input">Its input.</param>
    /// <param name="labels">The class of each example.</param>
    /// <param name="sizes">The shape of an example of its output, as its rule says.</param>
    /// <exception cref="GanException">The output has another shape.</exception>
    public static Tensor CallAsDeclared(
        this nn.Module<Tensor, Tensor, Tensor> module,
        Tensor input,
        Tensor labels,
        params long[] sizes
    )
    {
        ArgumentNullException.ThrowIfNull(module);
        return Checked(module, input, module.call(input, labels), sizes);
    }

    private static Tensor Checked(nn.Module module, Tensor input, Tensor? output, long[] sizes)
    {
        if (output is null || output.IsInvalid)
        {
            throw new GanException(
                $"{module.GetType().Name} answers {(output is null ? "null" : "a tensor that is disposed")} from its forward; return a tensor, and where it "
                    + "opens a dispose scope, by MoveToOuterDisposeScope()."
            );
        }

        long[] declared = [input.shape[0], .. sizes];
        return output.shape.AsSpan().SequenceEqual(declared)
            ? output
            : throw new GanException(
                $"{module.GetType().Name} makes {ShapeText.Of(output.shape)} of {ShapeText.Of(input.shape)}, but its shape rule says "
                    + $"{ShapeText.Of(declared)}; correct its [ShapeRule] or the module."
            );
    }
}
