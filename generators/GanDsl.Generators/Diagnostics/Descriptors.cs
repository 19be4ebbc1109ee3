using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace GanDsl.Generators.Diagnostics;

/// <summary>The diagnostic of each rule. The id is the number of the rule, its hundreds are the family; the message is the whole sentence.</summary>
internal static class Descriptors
{
    /// <summary>Where the pages of the rules can be read: the property GanDslHelpUrl of the build; empty where it is not set.</summary>
    private static readonly string HelpUrl =
        typeof(Descriptors)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .FirstOrDefault(metadata => metadata.Key == "GanDslHelpUrl")
            ?.Value
        ?? "";

    /// <summary>Every diagnostic, in the order of the ids.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } =
    [
        Error(Rule.NotPartial, "A declared class is not partial"),
        Error(Rule.NetworkCount, "A GAN has one generator and one discriminator"),
        Error(Rule.MissingLatent, "A GAN declares its latent"),
        Error(Rule.DataShapeCount, "A GAN declares one data shape"),
        Error(Rule.UnsupportedType, "A GAN is a plain class"),
        Error(Rule.LayersOnSeveralParts, "Layers stand on one part"),
        Error(Rule.NoLayers, "A network has a layer"),
        Error(Rule.InvalidArgument, "An argument is out of its range"),
        Error(Rule.InvalidName, "A layer's name cannot be used"),
        Error(Rule.OptimizerCount, "There is one optimiser"),
        Error(Rule.LanguageVersion, "The language version is too low"),
        Warning(Rule.StrayAttribute, "An attribute has no effect where it stands"),
        Warning(Rule.UnusualArgument, "An argument is hardly meant"),
        Error(Rule.HiddenName, "A name hides one that emitted code uses"),
        Error(Rule.InvalidClassName, "A class has the name of something generated"),
        Error(Rule.InvalidUse, "What is used is a block or a module"),
        Error(Rule.UseArguments, "A use does not fit what it uses"),
        Error(Rule.BlockParameterOutside, "A block parameter stands outside a block"),
        Error(Rule.BlockRecursion, "A block contains itself"),
        Error(Rule.MissingShapeRule, "A module says what it makes of shapes"),
        Warning(Rule.InitWithoutEffect, "An initialisation has no effect"),
        Error(Rule.SpectralNormWithoutWeight, "Spectral normalisation has a weight to normalise"),
        Error(Rule.TakenMember, "A member meets one that is generated"),
        Error(Rule.BlockParameterArithmetic, "A block parameter is computed with"),
        Error(Rule.InputRank, "A layer cannot take the rank of its input"),
        Error(Rule.SizeReachesZero, "A size reaches zero"),
        Error(Rule.ElementCountChanges, "A reshape keeps the number of values"),
        Error(Rule.GroupsDoNotDivide, "Groups divide the channels"),
        Error(Rule.OutputPaddingTooLarge, "Output padding is too large"),
        Error(Rule.SizeOverflows, "A size overflows"),
        Error(Rule.GeneratorOutput, "The generator gives the declared data shape"),
        Error(Rule.DiscriminatorOutput, "The discriminator gives one logit"),
        Error(Rule.KernelTooLarge, "A kernel is larger than its input"),
        Error(Rule.PaddingTooWide, "A mirrored border is wider than the input"),
        Warning(Rule.DroppedInput, "A convolution leaves out a part of its input"),
        Warning(Rule.DoesNotEnlarge, "A transposed convolution does not enlarge"),
        Warning(Rule.Checkerboard, "A kernel is not divisible by its stride"),
        Error(Rule.ResidualShapes, "A residual block adds equal shapes"),
        Error(Rule.ShapeRuleDoesNotFit, "A shape rule does not fit its input"),
        Warning(Rule.DoubleSigmoid, "The loss applies the sigmoid itself"),
        Warning(Rule.ActivationOnLogit, "A logit has no activation"),
        Warning(Rule.OutputRangeDiffers, "The generator cannot give the range of the data"),
        Warning(Rule.UnboundedOutput, "The data are bounded and the generator is not"),
        Warning(Rule.SigmoidOnCritic, "A sigmoid on a critic"),
        Warning(Rule.NormalizedData, "The data are normalised before the discriminator sees them"),
        Warning(Rule.NormalizedOutput, "The output of the generator is normalised"),
        Info(Rule.BiasBeforeNormalization, "A bias before a normalisation has no effect"),
        Info(Rule.NormalizationSplitsPasses, "Real and fake take two passes"),
        Error(Rule.NormalizationOfOneValue, "A normalisation of one value"),
        Warning(Rule.NormalizationOfOneExample, "A normalisation over a minibatch of one"),
        Warning(Rule.NormalizationWithGradientPenalty, "A normalisation over the minibatch under a gradient penalty"),
        Warning(Rule.SpectralNormBeforeNormalization, "A normalisation undoes the one of the weight"),
        Info(Rule.SpectralNormLeavesOut, "Spectral normalisation leaves weights out"),
        Info(Rule.SaturatingLoss, "The saturating loss starves the generator early"),
        Error(Rule.SimultaneousSteps, "Simultaneous updates make one discriminator step"),
        Error(Rule.NothingToLearn, "A network has nothing to learn"),
        Error(Rule.SmoothingWithoutLabel, "Label smoothing needs a loss with labels"),
        Error(Rule.PackingDoesNotDivide, "Packing divides the batch size"),
        Warning(Rule.NoLipschitzConstraint, "A Wasserstein critic without a Lipschitz constraint"),
        Warning(Rule.ClippingWithPenalty, "Weight clipping together with a penalty"),
        Warning(Rule.UnusedLabels, "A network does not look at the labels"),
        Error(Rule.MissingLabels, "A layer needs labels"),
        Error(Rule.MisplacedClassifier, "A classifier stands in the wrong place"),
        Error(Rule.PackingOfLabelled, "Packing joins examples of different labels"),
        Warning(Rule.LinearAfterLinear, "Two linear layers without an activation between them"),
        Error(Rule.AugmentationDoesNotFit, "An augmentation does not fit"),
        Error(Rule.PartsDoNotDivide, "The parts of a minibatch divide the batch size"),
        Error(Rule.InvalidLoss, "A loss of one's own cannot be called"),
    ];

    /// <summary>The diagnostic of a rule.</summary>
    public static DiagnosticDescriptor Of(Rule rule) => All.Single(descriptor => descriptor.Id == IdOf(rule));

    /// <summary>The id of a rule, such as GAN0101.</summary>
    public static string IdOf(Rule rule) => "GAN" + ((int)rule).ToString("D4", CultureInfo.InvariantCulture);

    /// <summary>The build fails.</summary>
    private static DiagnosticDescriptor Error(Rule rule, string title) => Create(rule, title, DiagnosticSeverity.Error);

    /// <summary>It works, but is hardly meant.</summary>
    private static DiagnosticDescriptor Warning(Rule rule, string title) =>
        Create(rule, title, DiagnosticSeverity.Warning);

    /// <summary>It works, and something is worth knowing.</summary>
    private static DiagnosticDescriptor Info(Rule rule, string title) => Create(rule, title, DiagnosticSeverity.Info);

    private static DiagnosticDescriptor Create(Rule rule, string title, DiagnosticSeverity severity) =>
        new(
            IdOf(rule),
            title,
            "{0}",
            "GanDsl." + FamilyOf(rule),
            severity,
            isEnabledByDefault: true,
            helpLinkUri: HelpLinkOf(HelpUrl, rule)
        );

    /// <summary>The page of a rule below an address; null where there is no address.</summary>
    internal static string? HelpLinkOf(string url, Rule rule) =>
        url.Length == 0 ? null : $"{url.TrimEnd('/')}/{IdOf(rule)}.md";

    private static string FamilyOf(Rule rule) =>
        ((int)rule / 100) switch
        {
            1 => "Declaration",
            2 => "Shape",
            3 => "Range",
            4 => "Normalization",
            _ => "Training",
        };
}
