using System.Globalization;
using System.Reflection;
using GanDsl.Tests.Models;
using GanDsl.Tests.Models.Layers;
using Xunit.Abstractions;

namespace GanDsl.Tests.Onnx;

/// <summary>ONNX Runtime computes of an exported network what torch computes of it: every layer, and every GAN that is declared here.</summary>
public sealed class LayerExportTests(ITestOutputHelper output) : IDisposable
{
    /// <summary>Of the largest output. Both sum in float32, in another order.</summary>
    private const double Tolerance = 1e-5;

    /// <summary>
    /// Products of float16 are rounded by 2⁻¹¹ of their value at each layer, and the networks here have up to six; what is rounded is summed
    /// with random signs, and the output may be smaller than what it is the sum of.
    /// </summary>
    private const double ToleranceOfFloat16 = 0.02;

    private readonly TemporaryFolder folder = new();

    public static TheoryData<Type> Gans => [.. All];

    private static IEnumerable<Type> All => DeclaredGans.All.Where(type => type != typeof(MisdeclaredGan));

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Gans))]
    public void Both_networks_compute_the_same(Type type) => Compare(type, isFloat16: false, Tolerance);

    [Theory]
    [MemberData(nameof(Gans))]
    public void In_float16_they_compute_about_the_same(Type type) => Compare(type, isFloat16: true, ToleranceOfFloat16);

    /// <summary>Groups that divide the batch, and batches that are one group.</summary>
    [Theory]
    [InlineData(4)]
    [InlineData(6)]
    [InlineData(8)]
    public void Groups_of_a_batch_follow_its_size(int count)
    {
        using var gan = new LayerGans.MinibatchStdDevGan();
        using var exported = new ExportedNetwork(
            gan,
            folder["groups.onnx"],
            new OnnxOptions { Network = OnnxNetwork.Discriminator }
        );

        Assert.InRange(exported.Difference(count), 0, Tolerance);
    }

    /// <summary>Each layer stands in a GAN whose networks are compared.</summary>
    [Fact]
    public void No_layer_is_forgotten()
    {
        var compared = All.SelectMany(LayersOf).Select(layer => layer.GetType()).ToHashSet();

        Assert.Empty(
            typeof(LayerAttribute)
                .Assembly.GetTypes()
                .Where(type => type.IsSubclassOf(typeof(LayerAttribute)) && !type.IsAbstract)
                .Where(type => !compared.Contains(type))
                .Select(type => type.Name)
        );
    }

    /// <summary>The table in docs/guide/export.md is this test's output.</summary>
    [Fact]
    public void The_largest_differences_by_layer()
    {
        var differences = new SortedDictionary<string, double>(StringComparer.Ordinal);
        var judges = typeof(LayerGans)
            .GetNestedTypes(BindingFlags.NonPublic)
            .Where(type => type.Name.EndsWith("Gan", StringComparison.Ordinal))
            .Append(typeof(ConditionalLayersGan))
            .Select(type => (type, OnnxNetwork.Discriminator));
        foreach (var (type, network) in judges.Append((typeof(ConditionalLayersGan), OnnxNetwork.Generator)))
        {
            var difference = Difference(type, new OnnxOptions { Network = network });
            foreach (var layer in LayersOf(type.GetNestedType(network.ToString())!).DistinctBy(layer => layer.Kind))
            {
                differences[layer.Kind] = Math.Max(differences.GetValueOrDefault(layer.Kind), difference);
            }
        }

        foreach (var (kind, difference) in differences)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {kind} | {difference:0.0e-0} |"));
        }

        Assert.All(differences.Values, difference => Assert.InRange(difference, 0, Tolerance));
    }

    private void Compare(Type type, bool isFloat16, double tolerance)
    {
        foreach (var network in Enum.GetValues<OnnxNetwork>())
        {
            var difference = Difference(type, new OnnxOptions { Network = network, Float16 = isFloat16 });

            output.WriteLine($"{network}: {difference:E2}");
            Assert.True(difference <= tolerance, $"{network}: {difference:E2}");
        }
    }

    private double Difference(Type type, OnnxOptions options)
    {
        using var gan = Create(type);
        RandomWeights.Give(gan);
        using var exported = new ExportedNetwork(gan, folder["network.onnx"], options);
        return Math.Max(exported.Difference(1), exported.Difference(3));
    }

    private static IGan Create(Type type) =>
        (IGan)type.GetConstructors().Single().Invoke(BindingFlags.DoNotWrapExceptions, null, [null], null);

    private static IEnumerable<LayerAttribute> LayersOf(Type type) =>
        type.GetNestedTypes().Append(type).SelectMany(part => part.GetCustomAttributes<LayerAttribute>());
}
