using GanDsl.Fuzzing.Drawing;
using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Layers;

internal sealed record FuzzedReLU : FuzzedActivation
{
    public static FuzzedLayer Draw(FuzzRandom random, long[] input) => new FuzzedReLU();

    public override Tensor Apply(Tensor x, nn.Module<Tensor, Tensor>? module, bool training) => x.relu();
}
