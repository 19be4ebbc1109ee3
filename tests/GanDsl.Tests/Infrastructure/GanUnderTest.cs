using System.Reflection;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests;

/// <summary>Any of the generated GANs of points, so that one test runs on many: by reflection, as they share no type.</summary>
internal sealed class GanUnderTest : IDisposable
{
    private readonly IDisposable gan;
    private readonly Type pointsType;
    private readonly Type latentsType;

    public GanUnderTest(Type type, params (string Name, object Value)[] options)
    {
        var optionsType = type.GetNestedType("Options")!;
        var chosen = Activator.CreateInstance(optionsType)!;
        foreach (var (name, value) in options)
        {
            optionsType.GetProperty(name)!.SetValue(chosen, value);
        }

        pointsType = type.GetNestedType("Points")!;
        latentsType = type.GetNestedType("Latents")!;
        gan = (IDisposable)Invoke(type.GetConstructor([optionsType])!, null, chosen);
        G = (nn.Module<Tensor, Tensor>)type.GetProperty("G")!.GetValue(gan)!;
        D = (nn.Module<Tensor, Tensor>)type.GetProperty("D")!.GetValue(gan)!;
    }

    public nn.Module<Tensor, Tensor> G { get; }

    public nn.Module<Tensor, Tensor> D { get; }

    /// <summary>One step; the tensors still belong to the caller.</summary>
    public StepNumbers Step(Tensor real, Tensor? latents = null)
    {
        using var points = BatchOf(pointsType, real);
        if (latents is null)
        {
            return Numbers(Invoke(gan.GetType().GetMethod("Step", [pointsType])!, gan, points));
        }

        using var given = BatchOf(latentsType, latents);
        return Numbers(Invoke(gan.GetType().GetMethod("Step", [pointsType, latentsType])!, gan, points, given));
    }

    public void Dispose() => gan.Dispose();

    private static Batch BatchOf(Type type, Tensor tensor) => (Batch)Activator.CreateInstance(type, tensor.alias())!;

    private static StepNumbers Numbers(object step)
    {
        double Read(string name) => ReadIfThere(name)!.Value;
        double? ReadIfThere(string name) => (float?)step.GetType().GetProperty(name)?.GetValue(step);
        return new(
            Read(nameof(StepNumbers.DiscriminatorLoss)),
            Read(nameof(StepNumbers.GeneratorLoss)),
            Read(nameof(StepNumbers.RealScore)),
            Read(nameof(StepNumbers.FakeScore)),
            ReadIfThere(nameof(StepNumbers.TotalLoss)),
            ReadIfThere(nameof(StepNumbers.Value)),
            ReadIfThere(nameof(StepNumbers.JensenShannonDivergence))
        );
    }

    /// <summary>Calls a method and lets its own exception through.</summary>
    private static object Invoke(MethodBase method, object? target, params object[] arguments) =>
        method is ConstructorInfo constructor
            ? constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, arguments, null)
            : method.Invoke(target, BindingFlags.DoNotWrapExceptions, null, arguments, null)!;
}
