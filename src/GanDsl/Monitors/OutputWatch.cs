using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl;

/// <summary>Watches the layers of a network until it is disposed, and names the first whose output is not finite.</summary>
internal sealed class OutputWatch : IDisposable
{
    private readonly List<Action> removals = [];

    /// <summary>Begins to watch.</summary>
    public OutputWatch(nn.Module network)
    {
        foreach (var (name, module) in network.named_modules().Where(each => each.name.Length > 0))
        {
            switch (module)
            {
                case nn.Module<Tensor, Tensor> layer:
                    removals.Add(layer.register_forward_hook((_, _, output) => Seen(name, output)).remove);
                    break;
                case nn.Module<Tensor, Tensor, Tensor> layer:
                    removals.Add(layer.register_forward_hook((_, _, _, output) => Seen(name, output)).remove);
                    break;
            }
        }
    }

    /// <summary>The name of the first layer whose output was not finite; null where there was none.</summary>
    public string? First { get; private set; }

    /// <summary>Ends watching.</summary>
    public void Dispose() => removals.ForEach(remove => remove());

    private Tensor Seen(string name, Tensor output)
    {
        if (First is null && !FiniteValues.Are(output))
        {
            First = name;
        }

        return output;
    }
}
