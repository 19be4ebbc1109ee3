using GanDsl.Generators.Inference;
using GanDsl.Generators.Models;
using GanDsl.Generators.Parsing;

namespace GanDsl.Generators.Emission;

/// <summary>Both networks of a GAN as a file in Python: what PyTorch does not have, the blocks, the networks, and both together.</summary>
internal sealed class PyTorchSourceText
{
    private readonly GanModel gan;
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> blocks = new(StringComparer.Ordinal);
    private readonly List<string> parts = [];
    private readonly ILookup<string, Shape> shapes;

    private PyTorchSourceText(GanModel gan)
    {
        this.gan = gan;
        shapes = Layers
            .Where(layer => layer.Block is not null)
            .ToLookup(KeyOf, layer => layer.Block!.Input, StringComparer.Ordinal);
    }

    /// <summary>All layers and blocks of both networks.</summary>
    private IEnumerable<LayerModel> Layers =>
        new[] { gan.Generator, gan.Discriminator }
            .Where(network => network.IsComplete)
            .SelectMany(network => network.Layers)
            .SelectMany(layer => layer.WithBlocks);

    /// <summary>The text of the file.</summary>
    public static string Of(GanModel gan) => new PyTorchSourceText(gan).Write();

    private string Write()
    {
        WriteDefinitions();
        var (both, generator, discriminator) = (Take(gan.Name), Take(gan.Generator.Name), Take(gan.Discriminator.Name));
        WriteNetwork(generator, gan.Generator, "latents", gan.Data.Noun);
        WriteNetwork(discriminator, gan.Discriminator, gan.JudgedNoun, "logits");
        WriteGan(both, generator, discriminator);
        var code = string.Join("\n\n\n", parts);
        return $"{Head(both)}\n\n{Imports(code)}\n\n\n{code}\n";
    }

    private string Head(string name)
    {
        var (latents, classes) = (CodeText.Of(gan.LatentDimensions), CodeText.Of(gan.ClassCount ?? 0));
        var drawn =
            gan.LatentDistribution == LatentDistribution.Normal
                ? $"torch.randn(16, {latents})"
                : $"2 * torch.rand(16, {latents}) - 1";
        var declared = gan.Name.TrimStart('@');
        var labels = gan.Generator.ReadsLabels ? $", torch.randint({classes}, (16,))" : "";
        return $$"""""
            """
            {{declared}} as PyTorch modules, whose parameters and buffers have the names of those that it saves:

                import torch
                from safetensors.torch import load_file

                gan = {{name}}()
                gan.load_state_dict(load_file("weights.safetensors"))
                gan.eval()
                {{gan.Data.Noun}} = gan.generator({{drawn}}{{labels}})
            """
            """"".Replace("\r\n", "\n");
    }

    private static string Imports(string code) =>
        string.Join(
            "\n",
            new[]
            {
                code.Contains("torch.") ? "import torch" : "",
                code.Contains("F.") ? "import torch.nn.functional as F" : "",
                "from torch import nn",
            }.Where(line => line.Length > 0)
        );

    /// <summary>What layers call and PyTorch does not have, each once.</summary>
    private void WriteDefinitions()
    {
        var definitions = Layers.SelectMany(layer => layer.PyTorch.Definitions);
        foreach (var ofName in definitions.GroupBy(definition => definition.Name))
        {
            taken.Add(ofName.Key);
            var sources = ofName.Select(definition => definition.Source.Replace("\r\n", "\n")).Distinct().ToList();
            parts.Add(sources.Count == 1 ? sources[0] : Ambiguous(ofName.Key));
        }
    }

    /// <summary>What stands for modules of the user's that share a name, and that layers of ours may have, too.</summary>
    private static string Ambiguous(string name) =>
        $""""
            class {name}(nn.Module):
                """Several classes of this name."""

                def __init__(self, *arguments):
                    raise NotImplementedError("Several classes are called {name}; give those of your own names of their own.")
            """".Replace("\r\n", "\n");

    private void WriteNetwork(string name, NetworkModel network, string input, string output)
    {
        if (!network.IsComplete)
        {
            parts.Add(
                $"class {name}(nn.Module):\n    def __init__(self):\n"
                    + "        raise NotImplementedError(\"This network was declared with errors.\")"
            );
            return;
        }

        var count = network.IsCounted ? $", with {CodeText.Count(network.ParameterCount)} parameters" : "";
        var body = new PyTorchClass(
            $"Maps {input} {network.Input} to {output} {network.Output}{count}.",
            input,
            network.Layers,
            ConstructBlock
        ).Body(withShapes: true);
        parts.Add($"class {name}(nn.Module):\n{body}");
    }

    /// <summary>Blocks that do the same share a class, whatever the shapes of their inputs.</summary>
    private string ConstructBlock(LayerModel layer)
    {
        var key = KeyOf(layer);
        if (!blocks.TryGetValue(key, out var name))
        {
            var hasOneShape = shapes[key].Distinct().Count() == 1;
            var body = ClassOf(layer, ConstructBlock).Body(withShapes: hasOneShape);
            name = Take(layer.Kind);
            blocks.Add(key, name);
            parts.Add($"class {name}(nn.Module):\n{body}");
        }

        return $"{name}()";
    }

    /// <summary>What a block does, the blocks in it included, without its shapes.</summary>
    private static string KeyOf(LayerModel layer) => $"{layer.Kind}\n{ClassOf(layer, KeyOf).Body(withShapes: false)}";

    private static PyTorchClass ClassOf(LayerModel layer, Func<LayerModel, string> constructBlock)
    {
        var block = layer.Block!;
        return new($"Maps {block.Input} to {layer.Output}.", BlockUseNames.Input, block.Layers, constructBlock)
        {
            IsResidual = block.IsResidual,
            Shortcut = block.Shortcut,
        };
    }

    private void WriteGan(string name, string generator, string discriminator)
    {
        var average = gan.Average is null ? "" : $"\n        self.generator_average = {generator}()";
        parts.Add(
            $"""""
            class {name}(nn.Module):
                """Both networks, under the names that they have in a file."""

                def __init__(self):
                    super().__init__()
                    self.generator = {generator}()
                    self.discriminator = {discriminator}(){average}
            """"".Replace("\r\n", "\n")
        );
    }

    private string Take(string identifier)
    {
        var name = PythonNames.Class(identifier, taken);
        taken.Add(name);
        return name;
    }
}
