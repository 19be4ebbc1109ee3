namespace GanDsl.Generators.Parsing;

/// <summary>A network as declared.</summary>
/// <param name="Role">"generator" or "discriminator".</param>
/// <param name="Class">The nested class.</param>
/// <param name="Accessibility">Who can see the class: as declared, and everybody where nothing is declared.</param>
/// <param name="Stack">Its layers.</param>
/// <param name="Optimizer">Its own optimiser, where it has one.</param>
/// <param name="Training">How it alone is trained.</param>
internal sealed record NetworkDeclaration(
    string Role,
    DeclaredClass Class,
    string Accessibility,
    StackDeclaration Stack,
    OptimizerAttribute? Optimizer,
    IReadOnlyList<TrainingAttribute> Training
);
