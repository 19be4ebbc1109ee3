using Microsoft.CodeAnalysis;

namespace GanDsl.Generators.Parsing;

/// <summary>A GAN as declared; what is missing or cannot be read is null, and what is wrong has its problem.</summary>
internal sealed record GanDeclaration(
    DeclaredClass Class,
    NameScope Scope,
    IReadOnlyCollection<string> ModuleMembers,
    GanAttribute Gan,
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
    /// <summary>How many examples D judges at once.</summary>
    public int Packing => How<PackingAttribute>()?.Examples ?? 1;

    /// <summary>The parts of a minibatch whose gradients are accumulated.</summary>
    public int AccumulatedParts => How<AccumulateGradientsAttribute>()?.Parts ?? 1;

    /// <summary>The shape that D judges: that of an example, or of several side by side along the channels.</summary>
    public Shape? JudgedShape =>
        Data is null ? null
        : Packing == 1 ? Data.Shape
        : Data.Shape.WithFirst(Packing * Data.Shape[0]);

    /// <summary>What is declared of a kind about training.</summary>
    public T? How<T>()
        where T : TrainingAttribute => Training.OfType<T>().FirstOrDefault();

    /// <summary>Where an attribute of the class stands, or one of its arguments.</summary>
    public Location LocationOf<T>(string? argument)
        where T : Attribute => Class.LocationOf<T>(argument);
}
