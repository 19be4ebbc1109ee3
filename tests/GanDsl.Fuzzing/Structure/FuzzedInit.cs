using GanDsl.Fuzzing.Declarations;
using GanDsl.Fuzzing.Drawing;
using GanDsl.Fuzzing.Layers;
using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Structure;

/// <summary>First weights, as PyTorch's <c>torch.nn.init</c> fills them.</summary>
internal sealed record FuzzedInit(
    string Initializer,
    double? Scale,
    double? Mean,
    bool? FanOut,
    double? Bias,
    IReadOnlyList<string>? For
) : FuzzedModifier
{
    private static readonly string[] All =
    [
        "Normal",
        "TruncatedNormal",
        "Uniform",
        "Constant",
        "XavierUniform",
        "XavierNormal",
        "KaimingUniform",
        "KaimingNormal",
        "Orthogonal",
    ];

    private static readonly string[] Kinds = ["Linear", "Convolutions", "Maxout", "Attention", "Normalizations"];

    private bool HasMean => Initializer is "Normal" or "TruncatedNormal" or "Uniform";

    private bool IsKaiming => Initializer.StartsWith("Kaiming", StringComparison.Ordinal);

    public static FuzzedModifier Draw(FuzzRandom random)
    {
        var initializer = random.IsWild() ? "Missing" : random.Pick(All);
        var isOfMany = initializer is "Normal" or "TruncatedNormal" or "Uniform";
        var needsScale = initializer is "Uniform" or "Constant";
        var kinds = Kinds.Where(kind => random.Chance(0.4) && (isOfMany || kind != "Normalizations")).ToList();
        return new FuzzedInit(
            initializer,
            needsScale || random.Chance(0.6) ? random.DoubleArgument(0.02, 0.1, 0.5, 1) : null,
            (isOfMany || random.IsWild()) && random.Chance(0.3) ? random.DoubleArgument(-0.1, 0.5, 1) : null,
            (initializer.StartsWith("Kaiming") || random.IsWild()) && random.Chance(0.4) ? random.Chance(0.8) : null,
            random.Optional(0.3, () => random.DoubleArgument(0, 0.1, -1)),
            random.Chance(0.6) ? null
                : random.IsWild() ? Kinds
                : kinds
        );
    }

    public override string Attribute =>
        new AttributeText("Init")
            .Add(Initializer == "Missing" ? "(Initializer)77" : $"Initializer.{Initializer}")
            .AddIfGiven(Scale)
            .Set("Mean", Mean)
            .Set("FanOut", FanOut)
            .Set("Bias", Bias)
            .SetText("For", For is null ? null : ForText)
            .ToString();

    public override string? ContractRefusal =>
        Initializer == "Missing" || For is { Count: 0 } ? Contract.UnknownMember
        : new[] { Scale, Mean, Bias }.Any(number => number is { } given && !(Math.Abs(given) <= float.MaxValue))
            ? Contract.InfiniteWeight
        : Scale is null && Initializer is "Uniform" or "Constant" ? Contract.NoScale
        : Scale < 0 && Initializer is "Normal" or "Uniform" or "XavierUniform" or "XavierNormal"
            ? Contract.NegativeReach
        : Initializer == "TruncatedNormal" && Scale is { } scale && !((float)scale > 0) ? Contract.NegativeReach
        : (Mean is not (null or 0) && !HasMean) || (FanOut == true && !IsKaiming) ? Contract.ArgumentOfAnother
        : !HasMean && Initializer != "Constant" && (For?.Contains("Normalizations") ?? false) ? Contract.VectorHasNoFan
        : null;

    /// <summary>Whether every weight becomes zero, in float32.</summary>
    public bool IsZero => !IsKaiming && (float)(Mean ?? 0) == 0 && (float)(Scale ?? 1) == 0;

    public bool IsFor(FuzzedLayer layer) => (For ?? Kinds[..4]).Contains(layer.WeightKind);

    public void Fill(Tensor weight)
    {
        var (scale, mean) = (Scale ?? (IsKaiming ? 0 : 1), Mean ?? 0);
        var fan = FanOut ?? false ? nn.init.FanInOut.FanOut : nn.init.FanInOut.FanIn;
        _ = Initializer switch
        {
            "Normal" => nn.init.normal_(weight, mean, scale),
            "TruncatedNormal" => TruncatedNormal(weight, mean, scale),
            "Uniform" => nn.init.uniform_(weight, mean - scale, mean + scale),
            "Constant" => nn.init.constant_(weight, scale),
            "XavierUniform" => nn.init.xavier_uniform_(weight, scale),
            "XavierNormal" => nn.init.normal_(weight, 0, scale * Math.Sqrt(2 / Fans(weight))),
            "KaimingUniform" => nn.init.kaiming_uniform_(weight, scale, fan),
            "KaimingNormal" => nn.init.kaiming_normal_(weight, scale, fan),
            _ => nn.init.orthogonal_(weight, scale),
        };
    }

    /// <summary>What lies beyond two deviations is drawn again: TorchSharp's own function gives a constant.</summary>
    private static Tensor TruncatedNormal(Tensor weight, double mean, double scale)
    {
        var drawn = randn(weight.shape);
        while (drawn.abs().gt(2).any().item<bool>())
        {
            drawn = drawn.where(drawn.abs() <= 2, randn(weight.shape));
        }

        using var noGradients = no_grad();
        return weight.copy_(mean + (scale * drawn));
    }

    /// <summary>The values that one output is made of, and the outputs that one value counts for: TorchSharp's own function draws evenly.</summary>
    private static double Fans(Tensor weight) =>
        weight.dim() < 2
            ? throw new ArgumentException("A vector has no fan.")
            : Sizes.Product(weight.shape[1..]) + (weight.shape[0] * Sizes.Product(weight.shape[2..]));

    private string ForText =>
        For!.Count == 0 ? "LayerKinds.None" : string.Join(" | ", For.Select(kind => "LayerKinds." + kind));
}
