using GanDsl.Fuzzing.Declarations;
using GanDsl.Fuzzing.Drawing;
using GanDsl.Fuzzing.Layers;

namespace GanDsl.Fuzzing.Regularizers;

/// <summary>Another k in some training steps; the oracle trains with one discriminator step whatever is declared.</summary>
internal sealed record FuzzedDiscriminatorSteps(int Steps, int First, int? Every) : FuzzedRegularizer
{
    public override string Attribute =>
        new AttributeText("DiscriminatorSteps").Add(Steps).Add(First).Set("Every", Every).ToString();

    public override string? ContractRefusal => Steps < 1 || First < 1 || Every < 0 ? Contract.EmptyTensor : null;

    public static FuzzedRegularizer Draw(FuzzRandom random) =>
        new FuzzedDiscriminatorSteps(
            random.Pick(1, 2, 3, 1, 2, 3, 0, -1),
            random.IntArgument(1, 3),
            random.Optional(0.5, () => random.IntArgument(0, 3))
        );
}
