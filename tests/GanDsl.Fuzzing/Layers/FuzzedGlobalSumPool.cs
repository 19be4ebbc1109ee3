using GanDsl.Fuzzing.Drawing;
using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Layers;

internal sealed record FuzzedGlobalSumPool : FuzzedGlobalPool
{
    public static FuzzedLayer Draw(FuzzRandom random, long[] input) => new FuzzedGlobalSumPool();

    protected override Tensor Reduce(Tensor x) => x.sum([-1L]);
}
