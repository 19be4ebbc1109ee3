using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Generated;

/// <summary>Runs a network and notes what comes out of each of its modules.</summary>
internal sealed class Probe
{
    private readonly Dictionary<string, Block> outputs = [];
    private readonly Dictionary<string, Block> state;

    public Probe(nn.Module<Tensor, Tensor> network, Tensor input)
    {
        state = network.state_dict().ToDictionary(entry => entry.Key, entry => Block.Of(entry.Value));
        var hooks = network
            .named_children()
            .Select(child =>
                ((nn.Module<Tensor, Tensor>)child.module).register_forward_hook(
                    (_, _, output) =>
                    {
                        outputs.Add(child.name, Block.Of(output));
                        return output;
                    }
                )
            )
            .ToList();

        using var scope = NewDisposeScope();
        Output = Block.Of(network.call(input));
        hooks.ForEach(hook => hook.remove());
    }

    /// <summary>What comes out of the network.</summary>
    public Block Output { get; }

    /// <summary>A parameter or running statistic as it was before the run.</summary>
    public Block State(string name) => state[name];

    /// <summary>Asserts what a module gives, and hands it on.</summary>
    public Block Gives(string module, Block expected)
    {
        outputs[module].AssertEqual(expected, module);
        return expected;
    }
}
