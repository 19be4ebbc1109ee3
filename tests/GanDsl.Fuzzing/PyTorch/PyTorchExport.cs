extern alias Runtime;
using Runtime::GanDsl;
using GanDsl.Fuzzing.Building;
using GanDsl.Fuzzing.Declarations;
using GanDsl.Fuzzing.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Fuzzing.PyTorch;

/// <summary>Writes emitted GANs for Python: the modules, the weights, inputs, and what was computed of them.</summary>
internal static class PyTorchExport
{
    private const int Examples = 3;

    /// <summary>Where to write to; null to write nothing.</summary>
    public static string? Folder { get; set; }

    /// <summary>Writes one to a folder of its own, in float64.</summary>
    public static void Write(GanDraft gan, Type driver)
    {
        if (Folder is null)
        {
            return;
        }

        using var scope = NewDisposeScope();
        using var emitted = (ITrainable)Activator.CreateInstance(driver)!;
        emitted.Create(gan.SmallBatch);
        var folder = Path.Combine(Folder, Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "declaration.txt"), gan.Text);
        File.WriteAllText(Path.Combine(folder, "modules.py"), emitted.PyTorchSource);

        Dictionary<string, Tensor> weights = [],
            inputs = [],
            outputs = [];
        Run("generator", emitted.Generator, [gan.Latent!.Value]);
        Run("discriminator", emitted.Discriminator, gan.Judged);
        SafeTensors.Write(Path.Combine(folder, "weights.safetensors"), weights);
        SafeTensors.Write(Path.Combine(folder, "inputs.safetensors"), inputs);
        SafeTensors.Write(Path.Combine(folder, "outputs.safetensors"), outputs);

        void Run(string name, nn.Module network, long[] sizes)
        {
            network.to(ScalarType.Float64);
            Disturb(network);
            foreach (var (key, value) in network.state_dict())
            {
                weights[$"{name}.{key}"] = value.detach().clone();
            }

            network.eval();
            var x = randn([Examples, .. sizes], float64);
            inputs[$"{name}.input"] = x;
            using var given = x.clone().requires_grad_();
            var output = Call(name, network, given);
            var factors = randn(output.shape, float64);
            inputs[$"{name}.factors"] = factors;
            (output * factors).sum().backward();
            outputs[$"{name}.output"] = output.detach();
            outputs[$"{name}.gradient.input"] = given.grad ?? zeros_like(x);
            foreach (var (key, value) in network.named_parameters())
            {
                outputs[$"{name}.gradient.{key}"] = value.grad ?? zeros_like(value);
            }
        }

        Tensor Call(string name, nn.Module network, Tensor x)
        {
            if (network is nn.Module<Tensor, Tensor> unlabelled)
            {
                return unlabelled.call(x);
            }

            var labels = FuzzedLabelLayer.Labels(Examples, gan.Labels ?? 1);
            inputs[$"{name}.labels"] = labels;
            return ((nn.Module<Tensor, Tensor, Tensor>)network).call(x, labels);
        }
    }

    /// <summary>Scales that are one and shifts that are zero tell nothing.</summary>
    private static void Disturb(nn.Module network)
    {
        using var noGradients = no_grad();
        foreach (var (name, weight) in network.state_dict())
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
}
