using GanDsl.Fuzzing.Drawing;
using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Layers;

internal sealed record FuzzedSigmoid : FuzzedActivation
{
    public static FuzzedLayer Draw(FuzzRandom random, long[] input) => new FuzzedSigmoid();

    public override Tensor Apply(Tensor x, nn.Module<Tensor, Tensor>? module, bool training) => x.sigmoid();
}
