using GanDsl.Fuzzing.Declarations;
using GanDsl.Fuzzing.Drawing;
using GanDsl.Fuzzing.Layers;

namespace GanDsl.Fuzzing.Regularizers;

internal sealed record FuzzedPacking(int? Examples) : FuzzedRegularizer
{
    /// <summary>How many examples D judges at once.</summary>
    public int Count => Examples ?? 2;

    public override string Attribute => new AttributeText("Packing").AddIfGiven(Examples).ToString();

    public override string? ContractRefusal => Count < 1 ? Contract.EmptyTensor : null;

    public static FuzzedRegularizer Draw(FuzzRandom random) =>
        new FuzzedPacking(random.Optional(0.6, () => random.IntArgument(1, 3)));
}
