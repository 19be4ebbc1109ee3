using GanDsl.Fuzzing.Declarations;
using GanDsl.Fuzzing.Drawing;
using GanDsl.Fuzzing.Layers;

namespace GanDsl.Fuzzing.Regularizers;

/// <summary>A schedule of the learning rate: its kind, its whole numbers, and its fraction, if given.</summary>
internal sealed record FuzzedSchedule(string Kind, int First, int? Second, double? Fraction) : FuzzedRegularizer
{
    private const int Least = 1;

    public override string Attribute
    {
        get
        {
            var text = new AttributeText(Kind).Add(First);
            return Kind switch
            {
                "LinearDecay" => text.Add(Second!.Value).Set("Final", Fraction).ToString(),
                "CosineDecay" => text.Set("Final", Fraction).ToString(),
                "StepDecay" => text.AddIfGiven(Fraction).ToString(),
                _ => text.ToString(),
            };
        }
    }

    public override string? ContractRefusal =>
        Kind switch
        {
            "LinearDecay" => First < 0 || Second <= First || !IsFraction() ? Contract.NothingWouldMove : null,
            "StepDecay" => First < Least || Fraction is { } factor && !(factor is > 0 and <= 1)
                ? Contract.NothingWouldMove
                : null,
            _ => First < Least || !IsFraction() ? Contract.NothingWouldMove : null,
        };

    public static FuzzedRegularizer Draw(FuzzRandom random, string kind)
    {
        var first = random.IsWild() ? random.Pick(0, -1, int.MaxValue) : random.Pick(1, 2, 10, 1000);
        return new FuzzedSchedule(
            kind,
            first,
            kind == "LinearDecay" ? random.Pick(first, 1001, 5000) : null,
            kind == "WarmUp" ? null : random.Optional(0.6, () => random.DoubleArgument(0.1, 0.5, 1))
        );
    }

    public override double Factor(int step)
    {
        var final = Fraction ?? 0;
        return Kind switch
        {
            "WarmUp" => step + 1 >= First ? 1 : (step + 1) / (double)First,
            "LinearDecay" => step <= First ? 1
            : step >= Second ? final
            : 1 - ((1 - final) * (step - First) / (double)(Second!.Value - First)),
            "CosineDecay" => step >= First
                ? final
                : final + ((1 - final) * 0.5 * (1 + Math.Cos(Math.PI * step / First))),
            _ => Math.Pow(Fraction ?? 0.1, Math.Floor(step / (double)First)),
        };
    }

    private bool IsFraction() => Fraction is null or (>= 0 and <= 1);
}
