using GanDsl.Fuzzing.Declarations;
using GanDsl.Fuzzing.Drawing;
using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Layers;

internal sealed record FuzzedMish : FuzzedActivation
{
    public static FuzzedLayer Draw(FuzzRandom random, long[] input) => new FuzzedMish();

    public override Tensor Apply(Tensor x, nn.Module<Tensor, Tensor>? module, bool training) => x * x.softplus().tanh();
}
