using GanDsl.Generators.Models;
using GanDsl.Generators.Parsing;

namespace GanDsl.Generators.Inference;

/// <summary>What a declaration means.</summary>
/// <param name="Declaration">The declaration.</param>
/// <param name="Generator">G.</param>
/// <param name="Discriminator">D.</param>
/// <param name="Model">What to emit; null where nothing can be emitted for the type.</param>
/// <param name="Problems">Why it cannot be trained; empty when it can.</param>
internal sealed record InferredGan(
    GanDeclaration Declaration,
    InferredNetwork Generator,
    InferredNetwork Discriminator,
    GanModel? Model,
    IReadOnlyList<Problem> Problems
)
{
    /// <summary>Whether code can stand beside the declaration at all: else it would only add errors of the compiler's to the message.</summary>
    public bool CanBeEmitted =>
        !Problems.Any(problem =>
            problem.Rule
                is Rule.UnsupportedType
                    or Rule.LanguageVersion
                    or Rule.HiddenName
                    or Rule.InvalidClassName
                    or Rule.TakenMember
        ) && new[] { Generator, Discriminator }.All(network => network.Model.Name != Declaration.Class.Identifier);

    /// <summary>Whether all of it could be read and inferred: false, too, where the compiler reports an attribute.</summary>
    public bool IsComplete =>
        Problems.Count == 0
        && Declaration is { Latent: not null, IsDataValid: true }
        && Generator.Model.IsComplete
        && Discriminator.Model.IsComplete;
}
