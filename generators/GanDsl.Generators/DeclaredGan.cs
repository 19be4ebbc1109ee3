using GanDsl.Generators.Emission;
using GanDsl.Generators.Inference;
using GanDsl.Generators.Parsing;
using GanDsl.Generators.Rules;
using GanDsl.Generators.Rules.Errors;
using Microsoft.CodeAnalysis;

namespace GanDsl.Generators;

/// <summary>From a class marked with [Gan] to what it means and what is wrong with it: what the generator and the analyzer both ask.</summary>
internal static class DeclaredGan
{
    public static InferredGan Read(INamedTypeSymbol symbol, Compilation compilation, CancellationToken cancellation)
    {
        var declaration = GanParser.Parse(symbol, compilation, cancellation);
        var inferred = GanInference.Infer(declaration, cancellation);
        var errors = GanCheck.Errors.SelectMany(check => check.Problems(inferred));
        var gan = inferred with { Problems = [.. inferred.Problems, .. errors] };
        if (!gan.CanBeEmitted)
        {
            return gan;
        }

        var model = GanModels.Of(gan);
        var taken = MemberNames.Problems(declaration, model, HasCommandLine(compilation)).ToList();
        return taken.Count == 0 ? gan with { Model = model } : gan with { Problems = [.. gan.Problems, .. taken] };
    }

    /// <summary>Whether the project knows what a command line needs, so that one is emitted.</summary>
    public static bool HasCommandLine(Compilation compilation) =>
        compilation.GetTypeByMetadataName(CommandLineEmitter.ProgramType) is not null;
}
