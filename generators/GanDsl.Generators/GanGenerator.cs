using GanDsl.Generators.Emission;
using GanDsl.Generators.Models;
using GanDsl.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GanDsl.Generators;

/// <summary>Emits the networks, losses, options and training loop of each class marked with [Gan].</summary>
[Microsoft.CodeAnalysis.Generator(LanguageNames.CSharp)]
public sealed class GanGenerator : IIncrementalGenerator
{
    /// <summary>The step that yields one model per declared GAN. Named, as the others, for tests of what is recomputed.</summary>
    internal const string ModelStep = "GanModels";

    /// <summary>The step that yields the names of GANs that files cannot share: none, as a rule.</summary>
    internal const string ClashingNameStep = "ClashingNames";

    /// <summary>The step that gives each model the first part of its files' names.</summary>
    internal const string FileStep = "GanFiles";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var models = context
            .SyntaxProvider.ForAttributeWithMetadataName(
                GanParser.AttributeName,
                static (node, _) => node is TypeDeclarationSyntax,
                static (target, cancellation) => ToModel(target, cancellation)
            )
            .WithTrackingName(ModelStep)
            .Where(static model => model is not null)
            .Select(static (model, _) => model!);

        var clashingNames = models
            .Select(static (model, _) => FileNames.MetadataName(model))
            .Collect()
            .Select(static (names, _) => FileNames.Clashing(names))
            .WithTrackingName(ClashingNameStep);

        var files = models
            .Combine(clashingNames)
            .Select(static (pair, _) => (Prefix: FileNames.Prefix(pair.Left, pair.Right), Model: pair.Left))
            .WithTrackingName(FileStep);

        // One file per concern; each emitter turns the same model into text.
        foreach (var emitter in Emitters.All)
        {
            context.RegisterSourceOutput(
                files,
                (output, gan) => output.AddSource($"{gan.Prefix}.{emitter.Concern}.g.cs", emitter.Emit(gan.Model))
            );
        }

        var commandLine = new CommandLineEmitter();
        var hasCommandLine = context.CompilationProvider.Select(
            static (compilation, _) => DeclaredGan.HasCommandLine(compilation)
        );
        context.RegisterSourceOutput(
            files.Combine(hasCommandLine),
            (output, pair) =>
            {
                if (pair.Right)
                {
                    var gan = pair.Left;
                    output.AddSource($"{gan.Prefix}.{commandLine.Concern}.g.cs", commandLine.Emit(gan.Model));
                }
            }
        );
    }

    private static GanModel? ToModel(GeneratorAttributeSyntaxContext target, CancellationToken cancellation) =>
        HasFirstAttribute(target)
            ? DeclaredGan
                .Read((INamedTypeSymbol)target.TargetSymbol, target.SemanticModel.Compilation, cancellation)
                .Model
            : null;

    /// <summary>
    /// False for a second [Gan] on another part of the class, which the compiler reports: a GAN is emitted once. And for an attribute of
    /// that name in another assembly.
    /// </summary>
    private static bool HasFirstAttribute(GeneratorAttributeSyntaxContext target)
    {
        var first = target.TargetSymbol.GetAttributes().FirstOrDefault(AttributeReader.Is<GanAttribute>);
        return first?.ApplicationSyntaxReference is { } syntax
            && syntax.SyntaxTree == target.TargetNode.SyntaxTree
            && target.TargetNode.Span.Contains(syntax.Span);
    }
}
