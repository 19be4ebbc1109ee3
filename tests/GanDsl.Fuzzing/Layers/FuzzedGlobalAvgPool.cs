using GanDsl.Fuzzing.Drawing;
using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Layers;

internal sealed record FuzzedGlobalAvgPool : FuzzedGlobalPool
{
    public static FuzzedLayer Draw(FuzzRandom random, long[] input) => new FuzzedGlobalAvgPool();

    protected override Tensor Reduce(Tensor x) => x.mean([-1L]);
}
