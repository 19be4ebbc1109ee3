using GanDsl.Fuzzing.Declarations;
using GanDsl.Fuzzing.Drawing;
using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Layers;

internal sealed record FuzzedSoftmax(int? Dim) : FuzzedActivation
{
    public static FuzzedLayer Draw(FuzzRandom random, long[] input) =>
        new FuzzedSoftmax(
            random.Chance(0.4) ? null
            : random.IsWild() ? random.Int(-input.Length - 2, input.Length + 1)
            : random.Chance(0.5) ? random.Int(1, input.Length)
            : random.Int(-input.Length, -1)
        );

    public override string? ContractRefusal(long[] input) =>
        Dim == 0 || Dim == -input.Length - 1 ? Contract.MinibatchStays : null;

    public override Tensor Apply(Tensor x, nn.Module<Tensor, Tensor>? module, bool training)
    {
        var dim = Dim ?? -1;
        return (x - x.logsumexp(dim, keepdim: true)).exp();
    }

    protected override AttributeText Arguments(AttributeText text) => Dim is { } dim ? text.Add([dim]) : text;
}
