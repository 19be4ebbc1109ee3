using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanDsl.Training;

/// <summary>What decides on the work of a step without being on the device: a recording holds while it stays as it is.</summary>
internal sealed class HostSettings
{
    private readonly nn.Module[] modules;
    private readonly Parameter[] parameters;
    private readonly bool[] last;

    /// <summary>Takes the settings of two networks and of torch as they are now.</summary>
    public HostSettings(nn.Module generator, nn.Module discriminator)
    {
        modules = [generator, .. generator.modules(), discriminator, .. discriminator.modules()];
        parameters = [.. generator.parameters(), .. discriminator.parameters()];
        last = [.. Now()];
    }

    /// <summary>The parameters of both networks.</summary>
    public IReadOnlyList<Parameter> Parameters => parameters;

    /// <summary>Looks at all of them again.</summary>
    /// <returns>Whether one has changed since the last look.</returns>
    public bool NoticeChange()
    {
        var (index, changed) = (0, false);
        foreach (var setting in Now())
        {
            changed |= last[index] != setting;
            last[index++] = setting;
        }

        return changed;
    }

    private IEnumerable<bool> Now()
    {
        yield return backends.cuda.matmul.allow_tf32;
        yield return backends.cudnn.allow_tf32;
        foreach (var module in modules)
        {
            yield return module.training;
        }

        foreach (var parameter in parameters)
        {
            // One that is gone is complained of by the optimiser.
            yield return parameter.IsInvalid || parameter.requires_grad;
        }
    }
}
