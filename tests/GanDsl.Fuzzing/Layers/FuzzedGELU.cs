using GanDsl.Fuzzing.Declarations;
using GanDsl.Fuzzing.Drawing;
using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Layers;

internal sealed record FuzzedGELU(string? Approximate) : FuzzedActivation
{
    public static FuzzedLayer Draw(FuzzRandom random, long[] input) =>
        new FuzzedGELU(
            random.Chance(0.5) ? null
            : random.IsWild() ? UnknownMember
            : random.Pick("GeluApproximation.None", "GeluApproximation.Tanh")
        );

    private const string UnknownMember = "(GeluApproximation)9";

    public override string? ContractRefusal(long[] input) =>
        Approximate == UnknownMember ? Contract.UnknownMember : null;

    public override Tensor Apply(Tensor x, nn.Module<Tensor, Tensor>? module, bool training) =>
        Approximate == "GeluApproximation.Tanh"
            ? x * ((x + (0.044715 * x * x * x)) * (2 * Math.Sqrt(2 / Math.PI))).sigmoid()
            : x * ((x / Math.Sqrt(2)).erf() + 1) / 2;

    protected override AttributeText Arguments(AttributeText text) => text.SetText("Approximate", Approximate);
}
