using System.ComponentModel;
using static TorchSharp.torch;

namespace GanDsl.Modules;

/// <summary>
/// While it lives, layers in bfloat16 round each parameter once for all passes on this thread, as long as nothing moves the parameters. Gradients
/// have the same bits: each pass sends its own through the rounding.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SharedRounding : IDisposable
{
    [ThreadStatic]
    private static SharedRounding? current;

    private readonly SharedRounding? outer = current;
    private readonly Dictionary<Tensor, Tensor> rounded = new(ReferenceEqualityComparer.Instance);

    /// <summary>Begins to share.</summary>
    public SharedRounding() => current = this;

    /// <summary>Frees what was shared.</summary>
    public void Dispose()
    {
        current = outer;
        foreach (var tensor in rounded.Values)
        {
            tensor.Dispose();
        }
    }

    /// <summary>A parameter in bfloat16. It is not to be disposed.</summary>
    internal static Tensor Of(Tensor parameter)
    {
        // Rounded without a graph it would serve no pass that learns.
        if (current is not { } sharing || !parameter.requires_grad || !is_grad_enabled())
        {
            return parameter.to(bfloat16);
        }

        if (!sharing.rounded.TryGetValue(parameter, out var once))
        {
            once = parameter.to(bfloat16).DetachFromDisposeScope();
            sharing.rounded.Add(parameter, once);
        }

        return once;
    }
}
