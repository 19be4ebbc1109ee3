using System.Reflection;
using GanDsl.Tests.Models;
using GanDsl.Training;
using static TorchSharp.torch;

namespace GanDsl.Tests;

/// <summary>Trains any GAN that is declared in this assembly.</summary>
internal static class EveryGan
{
    /// <summary>All that can be trained.</summary>
    public static TheoryData<Type> Types => new(DeclaredGans.All.Where(type => type != typeof(MisdeclaredGan)));

    /// <summary>Creates one.</summary>
    public static IGan Create(Type type, int batch, int steps, params (string Name, object Value)[] further)
    {
        var optionsType = type.GetNestedType("Options")!;
        var options = (IGanOptions)Activator.CreateInstance(optionsType)!;
        (string, object)[] chosen = [("BatchSize", batch), ("Epochs", int.MaxValue), ("Steps", steps), .. further];
        foreach (var (name, value) in chosen)
        {
            optionsType.GetProperty(name)!.SetValue(options, value);
        }

        return (IGan)
            type.GetConstructor([optionsType])!.Invoke(BindingFlags.DoNotWrapExceptions, null, [options], null);
    }

    /// <summary>Three steps and an example that is left over.</summary>
    public static Dataset DataFor(IGan gan)
    {
        var count = (3 * gan.Settings.BatchSize * gan.Settings.DiscriminatorSteps) + 1;
        manual_seed(17);
        using var scope = NewDisposeScope();
        var values = rand([count, .. gan.ExampleShape]);
        var examples = new TensorDataset(values, gan.Range);
        return gan.ClassCount is { } classes
            ? new LabeledDataset(examples, [.. Enumerable.Range(0, count).Select(index => index % classes)])
            : examples;
    }

    /// <summary>All that a step measured.</summary>
    public static float[] Numbers(StepRecord step) => [.. step.Measurements.Select(each => each.Value)];

    /// <summary>Compares checkpoints.</summary>
    public static void AssertSameFiles(string expected, string found)
    {
        foreach (var file in new[] { "tensors.safetensors", "training.json" })
        {
            Assert.Equal(File.ReadAllBytes(Path.Combine(expected, file)), File.ReadAllBytes(Path.Combine(found, file)));
        }
    }
}
