using System.Reflection;
using System.Text.RegularExpressions;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.PyTorch;

/// <summary>A declared GAN with weights that are no special case, what it computes, and its folder for Python.</summary>
internal sealed class ExportedGan : IDisposable
{
    private const int Examples = 4;

    private readonly Type type;
    private readonly IGan gan;

    public ExportedGan(Type type)
    {
        this.type = type;
        gan = (IGan)type.GetConstructors().Single().Invoke([null]);
        manual_seed(29);
        using var noGradients = no_grad();
        using var scope = NewDisposeScope();
        foreach (var network in Networks.Values)
        {
            foreach (var (name, weight) in network.state_dict())
            {
                Disturb(name, weight);
            }
        }
    }

    private Dictionary<string, nn.Module> Networks =>
        new() { ["generator"] = gan.Generator, ["discriminator"] = gan.Discriminator };

    /// <summary>Writes what Python reads, and answers what it should compute.</summary>
    public Dictionary<string, Tensor> Write(string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "modules.py"), gan.ToPyTorch());
        File.WriteAllText(Path.Combine(folder, "class.txt"), type.Name);
        gan.Save(Path.Combine(folder, "weights.safetensors"));

        var (inputs, outputs) = (new Dictionary<string, Tensor>(), new Dictionary<string, Tensor>());
        foreach (var (name, network) in Networks)
        {
            network.to(ScalarType.Float64);
            Run(name, network, inputs, outputs);
        }

        SafeTensors.Write(Path.Combine(folder, "inputs.safetensors"), inputs);
        return outputs;
    }

    public void Dispose() => gan.Dispose();

    private void Run(
        string name,
        nn.Module network,
        Dictionary<string, Tensor> inputs,
        Dictionary<string, Tensor> outputs
    )
    {
        long[] shape = [.. gan.ExampleShape];
        long[] judged = [shape[0] * gan.Packing, .. shape.Skip(1)];
        var sizes = name == "generator" ? [gan.LatentDimensions] : judged;
        var input = randn([Examples, .. sizes], float64);
        inputs[$"{name}.input"] = input;
        var labels =
            network is nn.Module<Tensor, Tensor, Tensor>
                ? tensor([.. Enumerable.Range(0, Examples).Select(index => (long)index % gan.ClassCount!.Value)])
                : null;
        if (labels is not null)
        {
            inputs[$"{name}.labels"] = labels;
        }

        network.eval();
        var given = input.detach().clone().requires_grad_();
        var results = Call(network, given, labels);
        var scalar = zeros(1, float64);
        for (var index = 0; index < results.Length; index++)
        {
            outputs[$"{name}.output{index}"] = results[index].detach();
            inputs[$"{name}.weight{index}"] = randn(results[index].shape, float64);
            scalar += (results[index] * inputs[$"{name}.weight{index}"]).sum();
        }

        scalar.sum().backward();
        outputs[$"{name}.gradient.input"] = given.grad!;
        foreach (var (parameter, values) in network.named_parameters())
        {
            outputs[$"{name}.gradient.{parameter}"] = values.grad ?? zeros_like(values);
        }

        // What draws at random cannot be compared in training; power iterations, the other use of it, can.
        var source = gan.ToPyTorch();
        if (Regex.Count(source, @"self\.training") == Regex.Count(source, @"class SpectralNorm\("))
        {
            network.train();
            outputs[$"{name}.training"] = Call(network, given, labels)[0].detach();
            foreach (var (buffer, values) in network.named_buffers())
            {
                outputs[$"{name}.state.{buffer}"] = values.to(float64);
            }
        }
    }

    /// <summary>The output, and where there are some the logits of the classes.</summary>
    private static Tensor[] Call(nn.Module network, Tensor input, Tensor? labels)
    {
        object[] arguments = labels is null ? [input] : [input, labels];
        if (network.GetType().GetMethod("Classify") is { } classify)
        {
            var (logits, classLogits) = ((Tensor, Tensor))
                classify.Invoke(network, BindingFlags.DoNotWrapExceptions, null, arguments, null)!;
            return [logits, classLogits];
        }

        return labels is null
            ? [((nn.Module<Tensor, Tensor>)network).call(input)]
            : [((nn.Module<Tensor, Tensor, Tensor>)network).call(input, labels)];
    }

    private static void Disturb(string name, Tensor weight)
    {
        if (name.EndsWith("running_var", StringComparison.Ordinal))
        {
            weight.copy_(rand_like(weight) + 0.5);
        }
        else if (weight.is_floating_point() && !name.Contains("SpectralNorm", StringComparison.Ordinal))
        {
            weight.add_(rand_like(weight) - 0.5, 0.4);
        }
    }
}
