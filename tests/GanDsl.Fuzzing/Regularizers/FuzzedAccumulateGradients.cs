using GanDsl.Fuzzing.Declarations;
using GanDsl.Fuzzing.Drawing;
using GanDsl.Fuzzing.Layers;

namespace GanDsl.Fuzzing.Regularizers;

internal sealed record FuzzedAccumulateGradients(int Parts) : FuzzedRegularizer
{
    public override string Attribute => new AttributeText("AccumulateGradients").Add(Parts).ToString();

    public override string? ContractRefusal => Parts < 1 ? Contract.EmptyTensor : null;

    public static FuzzedRegularizer Draw(FuzzRandom random) => new FuzzedAccumulateGradients(random.IntArgument(1, 3));
}
