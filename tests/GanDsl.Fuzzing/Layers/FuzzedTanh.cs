using GanDsl.Fuzzing.Drawing;
using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Layers;

internal sealed record FuzzedTanh : FuzzedActivation
{
    public static FuzzedLayer Draw(FuzzRandom random, long[] input) => new FuzzedTanh();

    public override Tensor Apply(Tensor x, nn.Module<Tensor, Tensor>? module, bool training) => x.tanh();
}
