using GanDsl.Generators.Emission;
using GanDsl.Generators.Inference;
using GanDsl.Generators.Models;
using GanDsl.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GanDsl.Generators;

/// <summary>Emits the networks, losses, options and training loop of each class marked with [Gan].</summary>
[Microsoft.CodeAnalysis.Generator(LanguageNames.CSharp)]
public sealed class GanGenerator : IIncrementalGenerator
{
    /// <summary>The name of the step that yields one model per declared GAN, for tests of what is recomputed.</summary>
    internal const string ModelStep = "GanModels";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var models = context
            .SyntaxProvider.ForAttributeWithMetadataName(
                GanParser.AttributeName,
                static (node, _) => node is TypeDeclarationSyntax,
                static (target, cancellation) => ToModel((INamedTypeSymbol)target.TargetSymbol, cancellation)
            )
            .Where(static model => model is not null)
            .WithTrackingName(ModelStep);

        // One file per concern; each emitter turns the same model into text.
        foreach (var emitter in Emitters.All)
        {
            context.RegisterSourceOutput(
                models,
                (output, model) => output.AddSource($"{model!.FullName}.{emitter.Concern}.g.cs", emitter.Emit(model))
            );
        }
    }

    private static GanModel? ToModel(INamedTypeSymbol symbol, CancellationToken cancellation) =>
        GanInference.Infer(GanParser.Parse(symbol, cancellation)).Model;
}
