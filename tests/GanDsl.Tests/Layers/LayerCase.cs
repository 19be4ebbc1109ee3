using System.Reflection;
using GanDsl.Tests.Generated;
using GanDsl.Tests.Models.Layers;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.Layers;

/// <summary>One of the discriminators of one layer, with parameters and an input that are no special case.</summary>
internal sealed class LayerCase : IDisposable
{
    private const int Examples = 4;

    private readonly IDisposable gan;

    public LayerCase(string name, int examples = Examples)
    {
        var type = TypeOf(name);
        gan = (IDisposable)type.GetConstructors().Single().Invoke([null]);
        Network = (nn.Module<Tensor, Tensor>)type.GetProperty("D")!.GetValue(gan)!;
        var sizes = type.GetCustomAttribute<DataShapeAttribute>()!.Shape.Sizes;
        Shape = [examples, .. sizes];
        Input = Numbers.Of(Shape);

        var random = new Random(5);
        using var noGradients = no_grad();
        foreach (var parameter in Network.parameters())
        {
            var count = (int)parameter.numel();
            double[] values = [.. Enumerable.Range(0, count).Select(_ => (2 * random.NextDouble()) - 1)];
            parameter.copy_(tensor(values, parameter.shape, ScalarType.Float64));
        }
    }

    /// <summary>Every discriminator there is.</summary>
    public static IEnumerable<string> Names => Types.Select(type => type.Name[..^"Gan".Length]);

    private static IEnumerable<Type> Types =>
        typeof(LayerGans).GetNestedTypes(BindingFlags.NonPublic).Where(type => type.Name.EndsWith("Gan"));

    public nn.Module<Tensor, Tensor> Network { get; }

    public Tensor Input { get; }

    /// <summary>The shape of the input.</summary>
    public long[] Shape { get; }

    /// <summary>The layers of a discriminator.</summary>
    public static IEnumerable<LayerAttribute> LayersOf(string name) =>
        TypeOf(name).GetNestedType("Discriminator")!.GetCustomAttributes<LayerAttribute>();

    /// <summary>A constant of the emitted class, such as <c>ParameterCount</c>.</summary>
    public static long ConstantOf(string name, string constant) =>
        (long)TypeOf(name).GetNestedType("Discriminator")!.GetField(constant)!.GetRawConstantValue()!;

    /// <summary>A parameter or running statistic.</summary>
    public Block State(string name) => Block.Of(Network.state_dict()[name]);

    public void Dispose() => gan.Dispose();

    private static Type TypeOf(string name) => Types.Single(type => type.Name == name + "Gan");
}
