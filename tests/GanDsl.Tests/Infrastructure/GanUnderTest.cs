using System.Reflection;
using GanDsl.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests;

/// <summary>Any of the generated GANs of points, so that one test runs on many.</summary>
internal sealed class GanUnderTest : IDisposable
{
    private readonly IGan gan;

    public GanUnderTest(Type type, params (string Name, object Value)[] options)
    {
        var optionsType = type.GetNestedType("Options")!;
        var chosen = Activator.CreateInstance(optionsType)!;
        foreach (var (name, value) in options)
        {
            optionsType.GetProperty(name)!.SetValue(chosen, value);
        }

        gan = (IGan)type.GetConstructor([optionsType])!.Invoke(BindingFlags.DoNotWrapExceptions, null, [chosen], null);
    }

    public IGan Gan => gan;

    public nn.Module<Tensor, Tensor> G => (nn.Module<Tensor, Tensor>)gan.Generator;

    public nn.Module<Tensor, Tensor> D => (nn.Module<Tensor, Tensor>)gan.Discriminator;

    /// <summary>One step; the tensors still belong to the caller.</summary>
    public StepNumbers Step(Tensor real, Tensor? latents = null)
    {
        if (latents is null)
        {
            return Numbers(gan.Step(new Minibatch(real)));
        }

        // Steps with given latents are typed by GAN, and so are their batches.
        var (points, given) = (gan.GetType().GetNestedType("Points")!, gan.GetType().GetNestedType("Latents")!);
        using var batch = BatchOf(points, real);
        using var latentBatch = BatchOf(given, latents);
        var step = gan.GetType().GetMethod("Step", [points, given])!;
        return Numbers(
            (StepRecord)step.Invoke(gan, BindingFlags.DoNotWrapExceptions, null, [batch, latentBatch], null)!
        );
    }

    public void Dispose() => gan.Dispose();

    private static Batch BatchOf(Type type, Tensor tensor) => (Batch)Activator.CreateInstance(type, tensor.alias())!;

    private static StepNumbers Numbers(StepRecord step)
    {
        var measured = step.Measurements.ToDictionary(each => each.Name, each => each.Value);
        double? ReadIfThere(string name) => measured.TryGetValue(name, out var value) ? value : null;
        return new(
            step.DiscriminatorLoss,
            step.GeneratorLoss,
            step.RealScore,
            step.FakeScore,
            ReadIfThere(nameof(StepNumbers.TotalLoss)),
            ReadIfThere(nameof(StepNumbers.Value)),
            ReadIfThere(nameof(StepNumbers.JensenShannonDivergence))
        );
    }
}
