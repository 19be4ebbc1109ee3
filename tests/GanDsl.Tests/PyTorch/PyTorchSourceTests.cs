using System.Reflection;

namespace GanDsl.Tests.PyTorch;

/// <summary>PyTorchSource says in Python what the emitted networks compute.</summary>
public sealed class PyTorchSourceTests(ModulesInPython modules) : IClassFixture<ModulesInPython>
{
    /// <summary>Both sides compute in float64 from the same float32 weights; sums of some thousand terms keep more digits than that.</summary>
    private const double Tolerance = 1e-10;

    public static TheoryData<string> EveryGan => [.. ModulesInPython.Types.Select(type => type.FullName!)];

    [PyTorchTheory]
    [MemberData(nameof(EveryGan))]
    public void The_modules_take_the_file_and_compute_the_same_values_gradients_and_statistics(string gan)
    {
        using var found = modules.Found(gan);
        var expected = modules.Expected(gan);

        Assert.Equal(expected.Keys.Order(), found.Tensors.Keys.Order());
        foreach (var (name, values) in expected)
        {
            Assert.Equal(values.shape, found.Tensors[name].shape);
            Values.AssertRelative(Values.Of(values), Values.Of(found.Tensors[name]), Tolerance, $"{gan}: {name}");
        }
    }

    [PyTorchTheory]
    [MemberData(nameof(EveryGan))]
    public void What_PyTorch_saves_is_loaded(string gan)
    {
        var type = ModulesInPython.Types.Single(type => type.FullName == gan);
        using var loaded = (IGan)type.GetConstructors().Single().Invoke([null]);
        using var saved = SafeTensors.Read(modules.PathOf(gan, "weights.safetensors"));

        loaded.Load(modules.PathOf(gan, "negated.safetensors"));

        foreach (
            var (prefix, network) in new[]
            {
                ("generator.", loaded.Generator),
                ("discriminator.", loaded.Discriminator),
            }
        )
        {
            foreach (var (name, values) in network.state_dict())
            {
                var expected = Values.Of(saved.Tensors[prefix + name]);
                Assert.Equal(
                    values.is_floating_point() ? expected.Select(value => -value) : expected.Select(value => value + 1),
                    Values.Of(values)
                );
            }
        }
    }

    [Fact]
    public void No_layer_is_forgotten() =>
        Assert.Equal(
            typeof(LayerAttribute)
                .Assembly.GetTypes()
                .Where(type => type.IsSubclassOf(typeof(LayerAttribute)) && !type.IsAbstract)
                .Select(type => type.Name)
                .Order(StringComparer.Ordinal),
            ModulesInPython
                .Types.SelectMany(type => type.GetNestedTypes())
                .SelectMany(type => type.GetCustomAttributes<LayerAttribute>())
                .Select(layer => layer.GetType().Name)
                .Distinct()
                .Order(StringComparer.Ordinal)
        );
}
