using System.Text.RegularExpressions;
using GanDsl.Generators.Inference;
using GanDsl.Generators.Models;
using GanDsl.Generators.Parsing;

namespace GanDsl.Generators.Rules.Errors;

/// <summary>
/// Nothing of the user's has a name that emitted code uses for something else: a class <c>Tensor</c> in the namespace of
/// the GAN would hide TorchSharp's.
/// </summary>
internal sealed class HiddenNames : GanCheck
{
    /// <summary>The types and static members that the code emitted for every GAN names without their namespace.</summary>
    private static readonly IReadOnlyList<string> Always =
    [
        "AdaptiveAugmentation",
        "AveragedWeights",
        "BatchExamples",
        "CancellationToken",
        "ChannelsLast",
        "Checkpoint",
        "ClassCounts",
        "Dataset",
        "Device",
        "DiffAugment",
        "DiffAugmentations",
        "EvaluationMode",
        "ExclusiveUse",
        "FirstWeights",
        "FrozenParameters",
        "Func",
        "GanCudaGraph",
        "GanDevice",
        "GanDevices",
        "GanPrecision",
        "GanPrecisions",
        "GanWeights",
        "GradientClipping",
        "Halves",
        "IEnumerable",
        "IGan",
        "IGanOptions",
        "IReadOnlyList",
        "InputGradients",
        "InvalidOperationException",
        "LabelBatch",
        "LabelDraws",
        "LabeledDataset",
        "LatentBatch",
        "LatentDistribution",
        "LatentSource",
        "MathF",
        "Measurement",
        "Minibatch",
        "Minibatches",
        "Module",
        "OnnxDescription",
        "OnnxExport",
        "OnnxFiles",
        "OnnxGraph",
        "OnnxOptions",
        "OnnxValue",
        "Optimizer",
        "NewDisposeScope",
        "RealDataAdapter",
        "SampleLabels",
        "OptionCheck",
        "SharedBackward",
        "StandingStatistics",
        "StepGraph",
        "StepInputs",
        "StepLog",
        "StepMeasurements",
        "StepRecord",
        "StepRows",
        "StreamingSource",
        "Tensor",
        "TrainingProgress",
        "TrainingState",
        "TrainingTurn",
        "UniformNoise",
        "ValueRange",
        "WeightClip",
        "autograd",
        "cat",
        "functional",
        "inference_mode",
        "nn",
        "no_grad",
        "set_grad_enabled",
        "stack",
        "zeros_like",
    ];

    /// <summary>The namespaces that emitted files import.</summary>
    private static readonly IReadOnlyList<string> Namespaces = [nameof(GanDsl), nameof(System), "TorchSharp"];

    /// <summary>What only some layers, and what fills their weights, name.</summary>
    private static readonly IReadOnlyList<string> Sometimes =
    [
        "Initializers",
        "InterpolationMode",
        "LayerFunctions",
        "Padding",
        "PaddingMode",
        "PaddingModes",
        "UpsampleMode",
        "bfloat16",
        "init",
    ];

    /// <summary>What accumulates gradients.</summary>
    private static readonly IReadOnlyList<string> Accumulation = ["AccumulatedGradients", "List"];

    /// <summary>A name that stands for itself: no member of something, and no part of a longer name.</summary>
    private static readonly Regex SimpleName = new(@"(?<![\w.@])[A-Za-z_]\w*", RegexOptions.CultureInvariant);

    public override IEnumerable<Problem> Problems(InferredGan gan)
    {
        var declaration = gan.Declaration;
        var names = Of(declaration, [.. gan.Generator.Model.Layers, .. gan.Discriminator.Model.Layers]);

        // A type called var means that type wherever emitted code says var.
        var hidden = names
            .Append("var")
            .Select(name => (Name: name, Hiding: declaration.Scope.Hiding(name)))
            .Concat(Namespaces.Select(name => (Name: name, Hiding: declaration.Scope.HidingNamespace(name))))
            .Where(each => each.Hiding is not null)
            .Select(each => $"{each.Hiding} hides the {each.Name}")
            .ToList();
        if (hidden.Count == 0)
        {
            return [];
        }

        var (all, remedy) =
            hidden.Count == 1
                ? (hidden[0], "rename it, or move it")
                : (string.Join(", ", hidden), "rename them, or move them");
        return
        [
            new(
                Rule.HiddenName,
                declaration.Class.Location,
                $"{all} that the code generated for {declaration.Class.Name} uses; {remedy} or the GAN to another namespace"
            ),
        ];
    }

    /// <summary>The names that the code emitted for a GAN takes from libraries.</summary>
    public static IEnumerable<string> Of(GanDeclaration gan, IReadOnlyList<LayerModel> layers)
    {
        var all = layers.SelectMany(layer => layer.WithBlocks).ToList();
        var used = new HashSet<string>(all.Where(IsOfLibrary).SelectMany(CodeOf).SelectMany(SimpleNames));
        return Always
            .Concat(Sometimes.Where(used.Contains))
            .Concat(TrainingOf(gan).Any(each => each is ScheduleAttribute) ? ["Schedules"] : [])
            .Concat(gan.DeclaredTraining<DiscriminatorStepsAttribute>() is null ? [] : ["DiscriminatorSchedule"])
            .Concat(gan.AccumulatedParts > 1 ? Accumulation : [])
            .Concat(gan.OwnLoss is null ? [] : ["OwnLosses"])
            .Concat(all.Any(layer => layer.ForwardInBFloat16 is not null) ? ["float32"] : [])
            .Concat(all.Any(layer => layer.SpectralNorm?.Beside is not null) ? ["SpectralNorm"] : [])
            .Concat(all.Where(IsOfLibrary).Select(layer => layer.ModuleType).OfType<string>())
            .Concat(GanInference.OptimizersOf(gan).Select(optimizer => optimizer.RuntimeType))
            .Concat(gan.Data is null ? [] : [gan.Data.BatchBase])
            .Distinct(StringComparer.Ordinal);
    }

    private static IEnumerable<TrainingAttribute> TrainingOf(GanDeclaration gan) =>
        [.. gan.Training, .. gan.Generator?.Training ?? [], .. gan.Discriminator?.Training ?? []];

    private static IEnumerable<string> CodeOf(LayerModel layer) =>
        new[] { layer.ModuleConstruction, layer.Forward, layer.ForwardInBFloat16, layer.Onnx }
            .OfType<string>()
            .Concat(layer.Initializations);

    private static IEnumerable<string> SimpleNames(string code) =>
        SimpleName.Matches(code).Cast<Match>().Select(match => match.Value);

    /// <summary>Not so a block, whose class is emitted, and a user's module, which is named in full.</summary>
    private static bool IsOfLibrary(LayerModel layer) => layer is { Block: null, IsCounted: true };
}
