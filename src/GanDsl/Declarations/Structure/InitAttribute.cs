namespace GanDsl;

/// <summary>
/// Says what first weights are drawn from, where it is not PyTorch's default. On a GAN it holds for both networks, before the first
/// layer of a network or block for all of its layers, and directly after a layer for that layer. Of several that hold, the one
/// nearest to the layer decides, then the later one.
/// </summary>
/// <example>DCGAN (Radford et al. 2016, section 4): <c>[Init(Initializer.Normal, 0.02)]</c>.</example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class InitAttribute : StructureAttribute
{
    private readonly double? scale;
    private double? bias;

    /// <summary>First weights at the initializer's default scale.</summary>
    /// <param name="initializer">What they are drawn from.</param>
    public InitAttribute(Initializer initializer) => Initializer = initializer;

    /// <summary>First weights at a scale.</summary>
    /// <param name="initializer">What they are drawn from.</param>
    /// <param name="scale">
    /// The standard deviation (normal), the reach (uniform), the value (constant), the gain (Xavier, orthogonal) or the slope of the
    /// leaky ReLU (Kaiming).
    /// </param>
    public InitAttribute(Initializer initializer, double scale)
        : this(initializer) => this.scale = scale;

    /// <summary>What weights are drawn from.</summary>
    public Initializer Initializer { get; }

    /// <summary>
    /// The scale. Default: 1 for a standard deviation or a gain, 0 for a slope; a reach and a constant have none.
    /// </summary>
    public double Scale => scale ?? (IsKaiming ? 0 : 1);

    /// <summary>The mean of the normal and uniform distributions. Default: 0.</summary>
    public double Mean { get; set; }

    /// <summary>Whether Kaiming's keep the variance of the backward pass instead of the forward pass. Default: false.</summary>
    public bool FanOut { get; set; }

    /// <summary>The value of every bias. Default: not set, so that biases stay as they are.</summary>
    public double Bias
    {
        get => bias ?? double.NaN;
        set => bias = value;
    }

    /// <summary>The layers that it is for. Default: all whose weight is a matrix or a kernel.</summary>
    public LayerKinds For { get; set; } = LayerKinds.WeightMatrices;

    internal bool SetsBias => bias is not null;

    /// <summary>Whether every weight becomes zero, in float32.</summary>
    internal bool IsZero =>
        Initializer switch
        {
            Initializer.Normal or Initializer.TruncatedNormal or Initializer.Uniform => (float)Scale == 0
                && (float)Mean == 0,
            _ => !IsKaiming && (float)Scale == 0,
        };

    private bool IsKaiming => Initializer is Initializer.KaimingUniform or Initializer.KaimingNormal;

    private bool HasMean => Initializer is Initializer.Normal or Initializer.TruncatedNormal or Initializer.Uniform;

    /// <summary>Whether it needs a matrix: the scales of normalisations are vectors.</summary>
    private bool NeedsMatrix => !HasMean && Initializer != Initializer.Constant;

    internal bool IsFor(LayerWeight weight) => (For & weight.Kind) != 0;

    internal IEnumerable<LayerProblem> ArgumentProblems() =>
        [
            .. ArgumentCheck.Defined("initializer", Initializer),
            .. ScaleProblems(),
            .. ArgumentCheck.Finite(nameof(Mean), Mean),
            .. Mean != 0 && !HasMean ? Unused(nameof(Mean), "the normal and uniform distributions have one") : [],
            .. FanOut && !IsKaiming ? Unused(nameof(FanOut), "only Kaiming's initialisations have a fan") : [],
            .. bias is { } value ? ArgumentCheck.Finite(nameof(Bias), value) : [],
            .. ForProblems(),
        ];

    /// <summary>The call that fills a weight, as source text.</summary>
    internal string FillWeight(string weight)
    {
        var call = new CallText(Method).Add(weight);
        switch (Initializer)
        {
            case Initializer.Normal:
                call.Add(CodeText.Of(Mean)).Add(CodeText.Of(Scale));
                break;
            case Initializer.TruncatedNormal:
                call.Add(CodeText.Of(Mean)).Add(CodeText.Of(Scale));
                call.Add(CodeText.Of(Mean - (2 * Scale))).Add(CodeText.Of(Mean + (2 * Scale)));
                break;
            case Initializer.Uniform:
                call.Add(CodeText.Of(Mean - Scale)).Add(CodeText.Of(Mean + Scale));
                break;
            case Initializer.Constant:
                call.Add(CodeText.Of(Scale));
                break;
            case Initializer.KaimingUniform or Initializer.KaimingNormal:
                call.AddUnless(0.0, "a", Scale).AddUnless(!FanOut, "mode", "init.FanInOut.FanOut");
                break;
            default:
                call.AddUnless(1.0, "gain", Scale);
                break;
        }

        return call.ToString();
    }

    /// <summary>The call that fills a bias, as source text.</summary>
    internal string FillBias(string tensor) =>
        Bias == 0
            ? $"init.zeros_({tensor})"
            : new CallText("init.constant_").Add(tensor).Add(CodeText.Of(Bias)).ToString();

    /// <summary>TorchSharp's function, or ours where TorchSharp's does not do what it says.</summary>
    private string Method =>
        Initializer switch
        {
            Initializer.Normal => "init.normal_",
            Initializer.TruncatedNormal => "Initializers.TruncatedNormal",
            Initializer.Uniform => "init.uniform_",
            Initializer.Constant => "init.constant_",
            Initializer.XavierUniform => "init.xavier_uniform_",
            Initializer.XavierNormal => "Initializers.XavierNormal",
            Initializer.KaimingUniform => "init.kaiming_uniform_",
            Initializer.KaimingNormal => "init.kaiming_normal_",
            _ => "Initializers.Orthogonal",
        };

    private IEnumerable<LayerProblem> ScaleProblems() =>
        scale is null && Initializer is Initializer.Uniform or Initializer.Constant
            ?
            [
                new LayerProblem(
                    Rule.InvalidArgument,
                    null,
                    $"it has no scale, but {CodeText.Of(Initializer)} needs one; give the "
                        + (Initializer == Initializer.Uniform ? "reach" : "value")
                        + $", such as Init({CodeText.Of(Initializer)}, 0.02)"
                ),
            ]
        : Initializer == Initializer.TruncatedNormal ? ArgumentCheck.Positive("scale", Scale)
        : IsKaiming || Initializer is Initializer.Constant or Initializer.Orthogonal
            ? ArgumentCheck.Finite("scale", Scale)
        : ArgumentCheck.NotNegative("scale", Scale);

    private static IEnumerable<LayerProblem> Unused(string argument, string reason) =>
        [
            new(
                Rule.InvalidArgument,
                argument,
                $"it has no {argument}, because {reason}; leave it out",
                Mend.Set("Init", ArgumentChange.Removal(argument))
            ),
        ];

    private IEnumerable<LayerProblem> ForProblems() =>
        For == LayerKinds.None || (For & ~LayerKinds.All) != 0
            ? [LayerProblem.InvalidArgument(nameof(For), For, "at least one of the LayerKinds, and nothing else")]
        : NeedsMatrix && (For & LayerKinds.Normalizations) != 0
            ?
            [
                new(
                    Rule.InvalidArgument,
                    nameof(For),
                    $"it includes the normalisations, whose scale is a vector, but {CodeText.Of(Initializer)} needs a matrix; leave them "
                        + "out, or use Initializer.Normal, TruncatedNormal, Uniform or Constant"
                ),
            ]
        : [];
}
