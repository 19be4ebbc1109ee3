using System.ComponentModel;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanDsl.Training;

/// <summary>
/// Takes a network's parameters out of the graph until it is disposed: gradients pass through the network to its input, and none
/// is computed for its own parameters.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FrozenParameters : IDisposable
{
    private readonly Parameter[] parameters;

    /// <summary>Freezes the parameters that are not frozen yet.</summary>
    public FrozenParameters(nn.Module network)
    {
        parameters = [.. network.parameters().Where(parameter => parameter.requires_grad)];
        RequireGradients(false);
    }

    /// <summary>Unfreezes them.</summary>
    public void Dispose() => RequireGradients(true);

    private void RequireGradients(bool require)
    {
        foreach (var parameter in parameters)
        {
            parameter.requires_grad = require;
        }
    }
}
