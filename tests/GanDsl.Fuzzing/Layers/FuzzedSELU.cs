using GanDsl.Fuzzing.Declarations;
using GanDsl.Fuzzing.Drawing;
using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Layers;

internal sealed record FuzzedSELU : FuzzedActivation
{
    public static FuzzedLayer Draw(FuzzRandom random, long[] input) => new FuzzedSELU();

    public override Tensor Apply(Tensor x, nn.Module<Tensor, Tensor>? module, bool training) =>
        (x.clamp_min(0) + ((x.clamp_max(0).exp() - 1) * 1.6732632423543772)) * 1.0507009873554805;
}
