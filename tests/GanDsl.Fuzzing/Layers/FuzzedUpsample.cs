using GanDsl.Fuzzing.Declarations;
using GanDsl.Fuzzing.Drawing;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Layers;

internal sealed record FuzzedUpsample(double ScaleFactor, string? Mode, bool? AlignCorners) : FuzzedLayer
{
    private const string Prefix = "UpsampleMode.";
    private const string UnknownMode = "(UpsampleMode)9";

    private static readonly string[] Linear = ["Linear", "Bilinear", "Trilinear"];

    private InterpolationMode EngineMode => Enum.Parse<InterpolationMode>(Mode?[Prefix.Length..] ?? "Nearest");

    public static FuzzedLayer Draw(FuzzRandom random, long[] input)
    {
        var mode =
            random.IsWild() ? random.Pick(UnknownMode, Prefix + random.Pick<string>([.. Enum.GetNames<UpsampleMode>()]))
            : random.Chance(0.4) ? null
            : random.Chance(0.2) ? Prefix + (input.Length == 3 ? "Bicubic" : "Nearest")
            : Prefix + (input.Length is >= 2 and <= 4 ? Linear[input.Length - 2] : "Nearest");
        var hasCorners = mode is not null && !mode.EndsWith("Nearest");
        return new FuzzedUpsample(
            random.DoubleArgument(2, 2, 1.5, 3, 0.5, 1, 2.7),
            mode,
            random.Optional(0.3, () => (hasCorners || random.IsWild()) && random.Chance(0.6))
        );
    }

    public override string? ContractRefusal(long[] input) => Mode == UnknownMode ? Contract.UnknownMember : null;

    public override long[]? Expect(long[] input)
    {
        if (input.Length is < 2 or > 4)
        {
            return null;
        }

        double[] sizes = [.. input[1..].Select(size => Math.Floor(size * ScaleFactor))];
        return sizes.All(size => size is >= 1 and < 1e6) ? [input[0], .. sizes.Select(size => (long)size)] : null;
    }

    public override IEnumerable<double[]> Holds(long[] input) =>
        double.IsFinite(ScaleFactor)
            ?
            [
                [input[0], .. input[1..].Select(size => size * ScaleFactor)],
            ]
            : [];

    public override Tensor Apply(Tensor x, nn.Module<Tensor, Tensor>? module, bool training)
    {
        // What torch.nn.functional.interpolate makes of a scale, which has to be finite and positive.
        if (!double.IsFinite(ScaleFactor) || ScaleFactor <= 0)
        {
            throw new ArgumentException("A scale factor is above 0.");
        }

        var isNearest = EngineMode == InterpolationMode.Nearest;
        return nn.functional.interpolate(
            x,
            null,
            [.. Enumerable.Repeat(ScaleFactor, (int)x.dim() - 2)],
            EngineMode,
            isNearest && AlignCorners != true ? null : AlignCorners ?? false
        );
    }

    protected override AttributeText Arguments(AttributeText text) =>
        text.Add(AttributeText.Of(ScaleFactor)).SetText("Mode", Mode).Set("AlignCorners", AlignCorners);
}
