namespace GanDsl.Generators.Models;

/// <summary>Everything that emission needs to know of a declared GAN, and nothing that changes when the declaration does not.</summary>
/// <param name="Namespace">The namespace, or null for the global one.</param>
/// <param name="ContainingTypes">The names of the classes around it, outermost first.</param>
/// <param name="Name">The name of the class.</param>
/// <param name="FullName">The name with namespace and containing classes, without escapes: the prefix of file names.</param>
/// <param name="Loss">The loss that trains the generator, where it is none of the user's own.</param>
/// <param name="Update">How the networks take turns.</param>
/// <param name="DiscriminatorSteps">k, the default of the option.</param>
/// <param name="BatchSize">m, the default of the option.</param>
/// <param name="Epochs">The default of the option.</param>
/// <param name="LatentDimensions">The size of a latent.</param>
/// <param name="LatentDistribution">What a latent is drawn from.</param>
/// <param name="Data">The batch type of the data.</param>
/// <param name="ClassCount">The number of classes of a conditional GAN; null where examples have no labels.</param>
/// <param name="LabelSmoothing">What is taken off the label of real examples, where it is smoothed.</param>
/// <param name="Penalties">What D's loss has added.</param>
/// <param name="ClippingBound">The largest absolute value of D's parameters, where they are clipped.</param>
/// <param name="Packing">How many examples D judges at once.</param>
/// <param name="Generator">G.</param>
/// <param name="Discriminator">D.</param>
internal sealed record GanModel(
    string? Namespace,
    EquatableArray<string> ContainingTypes,
    string Name,
    string FullName,
    GanLoss Loss,
    GanUpdate Update,
    int DiscriminatorSteps,
    int BatchSize,
    int Epochs,
    int LatentDimensions,
    LatentDistribution LatentDistribution,
    BatchModel Data,
    int? ClassCount,
    double? LabelSmoothing,
    EquatableArray<PenaltyModel> Penalties,
    double? ClippingBound,
    int Packing,
    NetworkModel Generator,
    NetworkModel Discriminator
)
{
    /// <summary>The rows that a layer which normalises one value per channel over the minibatch needs: two values have a variance.</summary>
    public int LeastRowsOfNormalization =>
        Discriminator.NormalizesOneValue ? 2 * Packing
        : Generator.NormalizesOneValue ? 2
        : 1;

    /// <summary>The smallest minibatch that can be trained on.</summary>
    public int LeastBatchSize => AccumulatedParts * Math.Max(LeastRowsOfNormalization, Packing);

    /// <summary>The parts of a minibatch whose gradients are accumulated; 1 where it is trained on at once.</summary>
    public int AccumulatedParts { get; init; } = 1;

    public bool AccumulatesGradients => AccumulatedParts > 1;

    /// <summary>The moving average of G's weights; null where none is kept.</summary>
    public AverageModel? Average { get; init; }

    /// <summary>The attributes that say how training goes, as they are typed, with those of a network behind its name.</summary>
    public EquatableArray<string> DeclaredTraining { get; init; } = new([]);

    /// <summary>The training steps with another k; null where k is the same in all of them.</summary>
    public DiscriminatorScheduleModel? DiscriminatorSchedule { get; init; }

    /// <summary>How images are changed before D sees them; null where they are not.</summary>
    public AugmentationModel? Augmentation { get; init; }

    /// <summary>The loss of the user's own; null where it is a named one.</summary>
    public OwnLossModel? OwnLoss { get; init; }

    /// <summary>The definition of the loss.</summary>
    public LossDefinition LossDefinition => Models.OwnLoss.Or(OwnLoss, Loss);

    /// <summary>The label smoothing as declared.</summary>
    public LabelSmoothingAttribute? Smoothing => LabelSmoothing is { } smoothing ? new(smoothing) : null;

    /// <summary>Whether examples have labels.</summary>
    public bool IsConditional => ClassCount is not null;

    /// <summary>Whether the classes that G learns from are counted, for standing statistics of its BatchNorm layers.</summary>
    public bool CountsClasses => IsConditional && Generator.ReadsLabels && Generator.KeepsMinibatchStatistics;

    /// <summary>What D judges: examples, or several at once.</summary>
    public string JudgedNoun => Packing == 1 ? Data.Noun : "packs";

    /// <summary>Whether what D learns and teaches depends on labels.</summary>
    public bool JudgesLabels => Discriminator.ReadsLabels || Discriminator.Classifier is not null;

    /// <summary>Whether a training step looks at labels at all.</summary>
    public bool ReadsLabels => JudgesLabels || Generator.ReadsLabels;

    public bool HasLazyPenalty => Penalties.Any(penalty => penalty.IsLazy);

    public bool DrawsPenaltyNoise => Penalties.Any(penalty => penalty.DrawsNoise);
}
