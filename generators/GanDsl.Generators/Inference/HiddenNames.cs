using GanDsl.Generators.Models;
using GanDsl.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace GanDsl.Generators.Inference;

/// <summary>
/// Checks that nothing of the user's has a name that emitted code uses for something else: a class <c>Tensor</c> in the namespace of
/// the GAN would hide TorchSharp's.
/// </summary>
internal static class HiddenNames
{
    /// <summary>The types and static members that the code emitted for every GAN names without their namespace.</summary>
    private static readonly IReadOnlyList<string> Always =
    [
        "BatchExamples",
        "CancellationToken",
        "Dataset",
        "Device",
        "EvaluationMode",
        "ExclusiveUse",
        "FrozenParameters",
        "Func",
        "GanDevice",
        "GanDevices",
        "GanPrecision",
        "GanPrecisions",
        "GanWeights",
        "IEnumerable",
        "IGan",
        "IGanOptions",
        "IReadOnlyList",
        "InputGradients",
        "InvalidOperationException",
        "LabelBatch",
        "LabeledDataset",
        "LatentBatch",
        "LatentDistribution",
        "LatentSource",
        "MathF",
        "Measurement",
        "Minibatch",
        "Minibatches",
        "Module",
        "Optimizer",
        "NewDisposeScope",
        "RealExamples",
        "SampleLabels",
        "OptionCheck",
        "SharedBackward",
        "StepLog",
        "StepMeasurements",
        "StepRecord",
        "StepRows",
        "StreamingSource",
        "Tensor",
        "UniformNoise",
        "ValueRange",
        "WeightClip",
        "autograd",
        "cat",
        "functional",
        "manual_seed",
        "nn",
        "no_grad",
        "set_grad_enabled",
        "zeros_like",
    ];

    /// <summary>The namespaces that emitted files import.</summary>
    private static readonly IReadOnlyList<string> Namespaces = [nameof(GanDsl), nameof(System), "TorchSharp"];

    /// <summary>What only some layers name.</summary>
    private static readonly IReadOnlyList<string> Sometimes =
    [
        "InterpolationMode",
        "LayerFunctions",
        "Padding",
        "PaddingModes",
    ];

    /// <summary>What first weights are filled by.</summary>
    private static readonly IReadOnlyList<string> Fills = ["Initializers", "init"];

    public static void Check(
        GanDeclaration gan,
        InferredNetwork generator,
        InferredNetwork discriminator,
        List<Problem> problems
    )
    {
        var names = Of(gan, [.. generator.Model.Layers, .. discriminator.Model.Layers]);

        // A type called var means that type wherever emitted code says var.
        var hiding = names
            .Append("var")
            .Select(name => Hiding(gan.Symbol, name))
            .Concat(Namespaces.Select(name => HidingNamespace(gan.Symbol, name)))
            .FirstOrDefault(found => found is not null);
        if (hiding is not null)
        {
            problems.Add(
                new(
                    Rule.HiddenName,
                    gan.Symbol.Locations[0],
                    $"{hiding.ToDisplayString()} hides the {hiding.Name} that the code generated for {gan.Symbol.Name} uses; rename it, or "
                        + "move it or the GAN to another namespace"
                )
            );
        }
    }

    /// <summary>The names that the code emitted for a GAN takes from libraries.</summary>
    public static IEnumerable<string> Of(GanDeclaration gan, IReadOnlyList<LayerModel> layers)
    {
        var all = layers.SelectMany(layer => layer.WithBlocks).ToList();
        var texts = all.Select(layer => $" {layer.ModuleConstruction} {layer.Forward} {layer.ForwardInBFloat16}")
            .ToList();
        var fills = all.SelectMany(layer => layer.Initializations).ToList();
        return Always
            .Concat(Sometimes.Where(name => texts.Any(text => text.Contains($" {name}."))))
            .Concat(all.Any(layer => layer.ForwardInBFloat16 is not null) ? ["float32"] : [])
            .Concat(texts.Any(text => text.Contains("bfloat16")) ? ["bfloat16"] : [])
            .Concat(Fills.Where(name => fills.Any(fill => fill.StartsWith(name + ".", StringComparison.Ordinal))))
            .Concat(all.Any(layer => layer.SpectralNorm is not null) ? ["SpectralNorm"] : [])
            .Concat(all.Where(IsOfLibrary).Select(layer => layer.ModuleType).OfType<string>())
            .Concat(GanInference.OptimizersOf(gan).Select(optimizer => optimizer.RuntimeType))
            .Concat(gan.Data is null ? [] : [gan.Data.BatchBase])
            .Distinct(StringComparer.Ordinal);
    }

    /// <summary>Not so a block, whose class is emitted, and a user's module, which is named in full.</summary>
    private static bool IsOfLibrary(LayerModel layer) => layer is { Block: null, IsCounted: true };

    /// <summary>What the name would mean in the GAN's own scopes, from the inside out.</summary>
    private static ISymbol? Hiding(INamedTypeSymbol gan, string name)
    {
        for (var type = gan; type is not null; type = type.ContainingType)
        {
            if (type.GetMembers(name).FirstOrDefault() is { } member)
            {
                return member;
            }
        }

        // The imports of emitted files stand within this namespace, so they come before the ones around it.
        return gan.ContainingNamespace.GetMembers(name).FirstOrDefault(each => IsOther(each, gan));
    }

    /// <summary>The type that stands where files look for a namespace that they import.</summary>
    private static ISymbol? HidingNamespace(INamedTypeSymbol gan, string name)
    {
        var global = gan.ContainingNamespace;
        while (!global.IsGlobalNamespace)
        {
            global = global.ContainingNamespace;
        }

        return global
            .GetTypeMembers(name)
            .FirstOrDefault(type =>
                SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, gan.ContainingAssembly)
            );
    }

    /// <summary>Whether the name means something else here: the libraries' own namespaces hold what is meant.</summary>
    private static bool IsOther(INamespaceOrTypeSymbol symbol, ISymbol gan) =>
        symbol is INamespaceSymbol
            ? !symbol.ContainingNamespace.IsGlobalNamespace
            : SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, gan.ContainingAssembly)
                || (symbol.DeclaredAccessibility == Accessibility.Public && !IsOfLibrary(symbol));

    private static bool IsOfLibrary(ISymbol symbol)
    {
        var root = symbol.ContainingNamespace.ToDisplayString().Split('.')[0];
        return root is nameof(GanDsl) or "TorchSharp" or nameof(System);
    }
}
