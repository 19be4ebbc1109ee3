using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using TorchSharp;
using static TorchSharp.torch;
using Tensor = TorchSharp.torch.Tensor;

namespace GanDsl.Tests.Onnx;

/// <summary>A network of a GAN, and the same as ONNX Runtime reads it from a file.</summary>
internal sealed class ExportedNetwork : IDisposable
{
    private readonly IGan gan;
    private readonly OnnxNetwork kind;
    private readonly InferenceSession session;

    public ExportedNetwork(IGan gan, string path, OnnxOptions options)
    {
        (this.gan, kind) = (gan, options.Network);
        Files = gan.ExportOnnx(path, options);
        using var single = new SessionOptions
        {
            IntraOpNumThreads = 1,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
        };
        session = new InferenceSession(path, single);
    }

    public OnnxFiles Files { get; }

    public IReadOnlyList<string> InputNames => session.InputNames;

    public IReadOnlyList<string> OutputNames => session.OutputNames;

    public IReadOnlyDictionary<string, string> Metadata => session.ModelMetadata.CustomMetadataMap;

    public nn.Module Network => kind == OnnxNetwork.Generator ? gan.SampledGenerator : gan.Discriminator;

    /// <summary>The shape of one input.</summary>
    public long[] InputShape =>
        kind == OnnxNetwork.Generator
            ? [gan.LatentDimensions]
            : [gan.ExampleShape[0] * gan.Packing, .. gan.ExampleShape.Skip(1)];

    /// <summary>The largest difference of any output, relative to the largest value that torch gives for it.</summary>
    public double Difference(int count, int seed = 3)
    {
        using var scope = NewDisposeScope();
        using var noGradients = no_grad();
        var input = Random(seed, [count, .. InputShape]);
        var labels = arange(count).remainder(gan.ClassCount ?? 1).to(int64);
        Network.eval();
        var expected = NetworkCall.Outputs(Network, input, labels);
        var found = Run(input, labels);
        Assert.Equal(expected.Count, found.Count);
        return expected.Zip(found, Difference).Max();
    }

    public void Dispose() => session.Dispose();

    /// <summary>Values of a normal distribution, the same on every machine.</summary>
    public static Tensor Random(int seed, params long[] shape)
    {
        using var generator = new Generator((ulong)seed, CPU);
        return randn(shape, float32, generator: generator);
    }

    private List<(long[] Shape, float[] Values)> Run(Tensor input, Tensor labels)
    {
        List<NamedOnnxValue> inputs =
        [
            NamedOnnxValue.CreateFromTensor(
                session.InputNames[0],
                new DenseTensor<float>(input.data<float>().ToArray(), [.. input.shape.Select(size => (int)size)])
            ),
        ];
        if (session.InputNames.Count > 1)
        {
            Assert.Equal("labels", session.InputNames[1]);
            inputs.Add(
                NamedOnnxValue.CreateFromTensor(
                    "labels",
                    new DenseTensor<long>(labels.data<long>().ToArray(), [(int)labels.shape[0]])
                )
            );
        }

        using var results = session.Run(inputs);
        return
        [
            .. results.Select(result =>
            {
                var tensor = result.AsTensor<float>();
                return (tensor.Dimensions.ToArray().Select(size => (long)size).ToArray(), tensor.ToArray());
            }),
        ];
    }

    private static double Difference(Tensor expected, (long[] Shape, float[] Values) found)
    {
        Assert.Equal(expected.shape, found.Shape);
        var values = Values.Of(expected);
        var largest = values.Max(Math.Abs);
        var difference = values.Zip(found.Values, (one, other) => Math.Abs(one - other)).Max();
        return difference == 0 ? 0 : difference / largest;
    }
}
