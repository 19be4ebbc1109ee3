using GanDsl.Benchmarks.Floor;
using GanDsl.Benchmarks.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Benchmarks.Gpu;

/// <summary>One pair of networks and its data.</summary>
/// <param name="Name">What it is called, here and by PyTorch's side.</param>
/// <param name="Rows">The examples of a minibatch.</param>
/// <param name="DrawReal">A minibatch of real examples.</param>
/// <param name="Dataset">A data set in memory.</param>
/// <param name="Create">Makes a GAN.</param>
internal sealed record GpuNetworks(
    string Name,
    int Rows,
    Func<Device, Tensor> DrawReal,
    Func<Dataset> Dataset,
    Func<GanUpdate, IGanOptions, IGan> Create
)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<GpuNetworks> All { get; } =
    [
        new(
            "Points",
            256,
            device => randn(256, 2, device: device),
            () => new TensorDataset(randn(1 << 16, 2)),
            (update, options) =>
                update switch
                {
                    GanUpdate.Alternating => new AlternatingPoints(AlternatingPoints.Options.Of(options)),
                    GanUpdate.AlternatingSharedFakes => new AlternatingSharedFakesPoints(
                        AlternatingSharedFakesPoints.Options.Of(options)
                    ),
                    _ => new SimultaneousPoints(SimultaneousPoints.Options.Of(options)),
                }
        ),
        new(
            "Images",
            64,
            device => (rand(64, 1, 28, 28, device: device) * 2) - 1,
            () => RandomBytes(1 << 14, 1, 28),
            (update, options) =>
                update switch
                {
                    GanUpdate.Alternating => new AlternatingImages(AlternatingImages.Options.Of(options)),
                    GanUpdate.AlternatingSharedFakes => new AlternatingSharedFakesImages(
                        AlternatingSharedFakesImages.Options.Of(options)
                    ),
                    _ => new SimultaneousImages(SimultaneousImages.Options.Of(options)),
                }
        ),
        new(
            "Faces",
            128,
            device => (rand(128, 3, 64, 64, device: device) * 2) - 1,
            () => RandomBytes(1 << 12, 3, 64),
            (update, options) =>
                update switch
                {
                    GanUpdate.Alternating => new AlternatingFaces(AlternatingFaces.Options.Of(options)),
                    GanUpdate.AlternatingSharedFakes => new AlternatingSharedFakesFaces(
                        AlternatingSharedFakesFaces.Options.Of(options)
                    ),
                    _ => new SimultaneousFaces(SimultaneousFaces.Options.Of(options)),
                }
        ),
    ];

    /// <summary>The emitted step on a minibatch that is on the device.</summary>
    public Action Step(IGan gan)
    {
        var real = new Minibatch(DrawReal(gan.Device));
        return () => gan.Step(real);
    }

    /// <summary>The emitted step on minibatches that <c>Train</c> reads from memory.</summary>
    public Action StepFromMemory(IGan gan)
    {
        var training = gan.Train(Dataset()).GetEnumerator();
        return () => training.MoveNext();
    }

    /// <summary>The products of a step.</summary>
    public ArithmeticFloor Floor(GanPrecision precision, Device device) =>
        Floors.Of(Name, Rows, ArithmeticOf(precision, device));

    /// <summary>What products are computed with.</summary>
    public static Arithmetic ArithmeticOf(GanPrecision precision, Device device) =>
        new(
            device,
            precision == GanPrecision.BFloat16 ? ScalarType.BFloat16 : ScalarType.Float32,
            precision == GanPrecision.TensorFloat32
        );

    private static ByteImageDataset RandomBytes(int count, int channels, int size)
    {
        var bytes = new byte[count * channels * size * size];
        new Random(0).NextBytes(bytes);
        return new(bytes, channels, size, size);
    }
}
