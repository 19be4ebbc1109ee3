using GanDsl.Generators.Models;
using Microsoft.CodeAnalysis;

namespace GanDsl.Generators.Parsing;

/// <summary>A GAN as declared; what is missing or cannot be read is null, and what is wrong has its problem.</summary>
/// <param name="Class">The class.</param>
/// <param name="Scope">The names that mean something where the class stands.</param>
/// <param name="ModuleMembers">The names that every module inherits.</param>
/// <param name="Gan">Loss, update rule and defaults of options.</param>
/// <param name="OwnLoss">The loss of the user's own; null where none is declared.</param>
/// <param name="Latent">What the generator starts from.</param>
/// <param name="Data">The shape of an example, also one that is not valid.</param>
/// <param name="IsDataValid">Whether the sizes of that shape are.</param>
/// <param name="Labels">The classes of a conditional GAN; null of others.</param>
/// <param name="Optimizer">The optimiser of both networks; null for the default.</param>
/// <param name="Training">Regularisers, schedules and the like.</param>
/// <param name="Modifiers">What holds for the weights of both networks.</param>
/// <param name="Generator">G.</param>
/// <param name="Discriminator">D.</param>
/// <param name="Problems">What is wrong, as far as reading it shows.</param>
internal sealed record GanDeclaration(
    DeclaredClass Class,
    NameScope Scope,
    IReadOnlyCollection<string> ModuleMembers,
    GanAttribute Gan,
    OwnLossModel? OwnLoss,
    LatentAttribute? Latent,
    DataShapeAttribute? Data,
    bool IsDataValid,
    LabelsAttribute? Labels,
    OptimizerAttribute? Optimizer,
    IReadOnlyList<TrainingAttribute> Training,
    Modifiers Modifiers,
    NetworkDeclaration? Generator,
    NetworkDeclaration? Discriminator,
    IReadOnlyList<Problem> Problems
)
{
    /// <summary>The definition of the loss.</summary>
    public LossDefinition Loss => Models.OwnLoss.Or(OwnLoss, Gan.Loss);

    /// <summary>How many examples D judges at once.</summary>
    public int Packing => DeclaredTraining<PackingAttribute>()?.Examples ?? 1;

    /// <summary>The parts of a minibatch whose gradients are accumulated.</summary>
    public int AccumulatedParts => DeclaredTraining<AccumulateGradientsAttribute>()?.Parts ?? 1;

    /// <summary>The shape that D judges: that of an example, or of several side by side along the channels.</summary>
    public Shape? JudgedShape =>
        Data is null ? null
        : Packing == 1 ? Data.Shape
        : Data.Shape.WithFirst(Packing * Data.Shape[0]);

    /// <summary>What is declared of a kind about training.</summary>
    public T? DeclaredTraining<T>()
        where T : TrainingAttribute => Training.OfType<T>().FirstOrDefault();

    /// <summary>Where an attribute of the class stands, or one of its arguments.</summary>
    public Location LocationOf<T>(string? argument)
        where T : Attribute => Class.LocationOf<T>(argument);
}
