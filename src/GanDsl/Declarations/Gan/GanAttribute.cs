namespace GanDsl;

/// <summary>
/// Declares a generative adversarial network (Goodfellow et al. 2014). The class is partial; it holds one nested partial class
/// with <see cref="GeneratorAttribute"/> and one with <see cref="DiscriminatorAttribute"/>, and carries <see cref="LatentAttribute"/>
/// and one of <see cref="ImageAttribute"/>, <see cref="SignalAttribute"/> and <see cref="PointAttribute"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class GanAttribute : Attribute
{
    /// <summary>The loss that trains the generator, where <see cref="LossAttribute"/> names none of the user's own. Default: non-saturating.</summary>
    public GanLoss Loss { get; set; } = GanLoss.NonSaturating;

    /// <summary>How the two networks take turns. Default: Algorithm 1.</summary>
    public GanUpdate Update { get; set; } = GanUpdate.Alternating;

    /// <summary>The discriminator steps of one training step, k in Algorithm 1; at least 1. Default of the generated option: 1.</summary>
    public int DiscriminatorSteps { get; set; } = 1;

    /// <summary>The examples of one minibatch, m in Algorithm 1; at least 1. Default of the generated option: 64.</summary>
    public int BatchSize { get; set; } = 64;

    /// <summary>How often training goes through the data; at least 1. Default of the generated option: 10.</summary>
    public int Epochs { get; set; } = 10;

    internal IEnumerable<LayerProblem> ArgumentProblems() =>
        [
            .. ArgumentCheck.Defined(nameof(Loss), Loss),
            .. ArgumentCheck.Defined(nameof(Update), Update),
            .. ArgumentCheck.AtLeast(1, nameof(DiscriminatorSteps), DiscriminatorSteps),
            .. ArgumentCheck.AtLeast(1, nameof(BatchSize), BatchSize),
            .. ArgumentCheck.AtLeast(1, nameof(Epochs), Epochs),
            .. Update == GanUpdate.Simultaneous && DiscriminatorSteps > 1
                ?
                [
                    new LayerProblem(
                        Rule.SimultaneousSteps,
                        nameof(DiscriminatorSteps),
                        $"DiscriminatorSteps is {CodeText.Of(DiscriminatorSteps)}, but with GanUpdate.Simultaneous both players make one step "
                            + "from one batch; leave it out or alternate",
                        Mend.Set("Gan", ArgumentChange.Removal(nameof(DiscriminatorSteps))),
                        Mend.Set("Gan", ArgumentChange.Property(nameof(Update), "GanUpdate.Alternating"))
                    ),
                ]
                : Array.Empty<LayerProblem>(),
            .. (long)DiscriminatorSteps * BatchSize > int.MaxValue
                ?
                [
                    LayerProblem.InvalidArgument(
                        nameof(BatchSize),
                        BatchSize,
                        $"so small that one step of {CodeText.Of(DiscriminatorSteps)} minibatches takes at most "
                            + $"{CodeText.Count(int.MaxValue)} examples"
                    ),
                ]
                : Array.Empty<LayerProblem>(),
        ];
}
