using Microsoft.CodeAnalysis;

namespace GanDsl.Generators.Diagnostics;

/// <summary>The diagnostic of each rule. The id is the number of the rule; the message is the whole sentence.</summary>
internal static class Descriptors
{
    private const string Declaration = "GanDsl.Declaration";
    private const string Shape = "GanDsl.Shape";
    private const string Range = "GanDsl.Range";
    private const string Normalization = "GanDsl.Normalization";
    private const string Training = "GanDsl.Training";

    private static readonly DiagnosticDescriptor NotPartial = Error(
        "GAN0101",
        "A declared class is not partial",
        Declaration
    );
    private static readonly DiagnosticDescriptor NetworkCount = Error(
        "GAN0102",
        "A GAN has one generator and one discriminator",
        Declaration
    );
    private static readonly DiagnosticDescriptor MissingLatent = Error(
        "GAN0103",
        "A GAN declares its latent",
        Declaration
    );
    private static readonly DiagnosticDescriptor DataShapeCount = Error(
        "GAN0104",
        "A GAN declares one data shape",
        Declaration
    );
    private static readonly DiagnosticDescriptor UnsupportedType = Error(
        "GAN0105",
        "A GAN is a plain class",
        Declaration
    );
    private static readonly DiagnosticDescriptor LayersOnSeveralParts = Error(
        "GAN0106",
        "Layers stand on one part",
        Declaration
    );
    private static readonly DiagnosticDescriptor NoLayers = Error("GAN0107", "A network has a layer", Declaration);
    private static readonly DiagnosticDescriptor InvalidArgument = Error(
        "GAN0108",
        "An argument is out of its range",
        Declaration
    );
    private static readonly DiagnosticDescriptor InvalidName = Error(
        "GAN0109",
        "A layer's name cannot be used",
        Declaration
    );
    private static readonly DiagnosticDescriptor OptimizerCount = Error(
        "GAN0110",
        "There is one optimiser",
        Declaration
    );
    private static readonly DiagnosticDescriptor LanguageVersion = Error(
        "GAN0111",
        "The language version is too low",
        Declaration
    );
    private static readonly DiagnosticDescriptor StrayAttribute = Warning(
        "GAN0112",
        "An attribute has no effect where it stands",
        Declaration
    );
    private static readonly DiagnosticDescriptor UnusualArgument = Warning(
        "GAN0113",
        "An argument is hardly meant",
        Declaration
    );
    private static readonly DiagnosticDescriptor HiddenName = Error(
        "GAN0114",
        "A name hides one that emitted code uses",
        Declaration
    );
    private static readonly DiagnosticDescriptor InvalidClassName = Error(
        "GAN0115",
        "A class has the name of something generated",
        Declaration
    );
    private static readonly DiagnosticDescriptor InvalidUse = Error(
        "GAN0116",
        "What is used is a block or a module",
        Declaration
    );
    private static readonly DiagnosticDescriptor UseArguments = Error(
        "GAN0117",
        "A use does not fit what it uses",
        Declaration
    );
    private static readonly DiagnosticDescriptor BlockParameterOutside = Error(
        "GAN0118",
        "A block parameter stands outside a block",
        Declaration
    );
    private static readonly DiagnosticDescriptor BlockRecursion = Error(
        "GAN0119",
        "A block contains itself",
        Declaration
    );
    private static readonly DiagnosticDescriptor MissingShapeRule = Error(
        "GAN0120",
        "A module says what it makes of shapes",
        Declaration
    );
    private static readonly DiagnosticDescriptor InitWithoutEffect = Warning(
        "GAN0121",
        "An initialisation has no effect",
        Declaration
    );
    private static readonly DiagnosticDescriptor SpectralNormWithoutWeight = Error(
        "GAN0122",
        "Spectral normalisation has a weight to normalise",
        Declaration
    );
    private static readonly DiagnosticDescriptor InputRank = Error(
        "GAN0201",
        "A layer cannot take the rank of its input",
        Shape
    );
    private static readonly DiagnosticDescriptor SizeReachesZero = Error("GAN0202", "A size reaches zero", Shape);
    private static readonly DiagnosticDescriptor ElementCountChanges = Error(
        "GAN0203",
        "A reshape keeps the number of values",
        Shape
    );
    private static readonly DiagnosticDescriptor GroupsDoNotDivide = Error(
        "GAN0204",
        "Groups divide the channels",
        Shape
    );
    private static readonly DiagnosticDescriptor OutputPaddingTooLarge = Error(
        "GAN0205",
        "Output padding is too large",
        Shape
    );
    private static readonly DiagnosticDescriptor SizeOverflows = Error("GAN0206", "A size overflows", Shape);
    private static readonly DiagnosticDescriptor GeneratorOutput = Error(
        "GAN0207",
        "The generator gives the declared data shape",
        Shape
    );
    private static readonly DiagnosticDescriptor DiscriminatorOutput = Error(
        "GAN0208",
        "The discriminator gives one logit",
        Shape
    );
    private static readonly DiagnosticDescriptor KernelTooLarge = Error(
        "GAN0209",
        "A kernel is larger than its input",
        Shape
    );
    private static readonly DiagnosticDescriptor PaddingTooWide = Error(
        "GAN0210",
        "A mirrored border is wider than the input",
        Shape
    );
    private static readonly DiagnosticDescriptor DroppedInput = Warning(
        "GAN0211",
        "A convolution leaves out a part of its input",
        Shape
    );
    private static readonly DiagnosticDescriptor DoesNotEnlarge = Warning(
        "GAN0212",
        "A transposed convolution does not enlarge",
        Shape
    );
    private static readonly DiagnosticDescriptor Checkerboard = Warning(
        "GAN0213",
        "A kernel is not divisible by its stride",
        Shape
    );
    private static readonly DiagnosticDescriptor ResidualShapes = Error(
        "GAN0214",
        "A residual block adds equal shapes",
        Shape
    );
    private static readonly DiagnosticDescriptor ShapeRuleDoesNotFit = Error(
        "GAN0215",
        "A shape rule does not fit its input",
        Shape
    );
    private static readonly DiagnosticDescriptor DoubleSigmoid = Warning(
        "GAN0301",
        "The loss applies the sigmoid itself",
        Range
    );
    private static readonly DiagnosticDescriptor ActivationOnLogit = Warning(
        "GAN0302",
        "A logit has no activation",
        Range
    );
    private static readonly DiagnosticDescriptor OutputRangeDiffers = Warning(
        "GAN0303",
        "The generator cannot give the range of the data",
        Range
    );
    private static readonly DiagnosticDescriptor UnboundedOutput = Warning(
        "GAN0304",
        "The data are bounded and the generator is not",
        Range
    );
    private static readonly DiagnosticDescriptor NormalizedData = Warning(
        "GAN0401",
        "The data are normalised before the discriminator sees them",
        Normalization
    );
    private static readonly DiagnosticDescriptor NormalizedOutput = Warning(
        "GAN0402",
        "The output of the generator is normalised",
        Normalization
    );
    private static readonly DiagnosticDescriptor BiasBeforeNormalization = Info(
        "GAN0403",
        "A bias before a normalisation has no effect",
        Normalization
    );
    private static readonly DiagnosticDescriptor NormalizationSplitsPasses = Info(
        "GAN0404",
        "Real and fake take two passes",
        Normalization
    );
    private static readonly DiagnosticDescriptor NormalizationOfOneValue = Error(
        "GAN0405",
        "A normalisation of one value",
        Normalization
    );
    private static readonly DiagnosticDescriptor NormalizationOfOneExample = Warning(
        "GAN0406",
        "A normalisation over a minibatch of one",
        Normalization
    );
    private static readonly DiagnosticDescriptor SpectralNormBeforeNormalization = Warning(
        "GAN0408",
        "A normalisation undoes the one of the weight",
        Normalization
    );
    private static readonly DiagnosticDescriptor SaturatingLoss = Info(
        "GAN0501",
        "The saturating loss starves the generator early",
        Training
    );
    private static readonly DiagnosticDescriptor SimultaneousSteps = Error(
        "GAN0502",
        "Simultaneous updates make one discriminator step",
        Training
    );
    private static readonly DiagnosticDescriptor NothingToLearn = Error(
        "GAN0503",
        "A network has nothing to learn",
        Training
    );
    private static readonly DiagnosticDescriptor SigmoidOnCritic = Warning("GAN0305", "A sigmoid on a critic", Range);
    private static readonly DiagnosticDescriptor NormalizationWithGradientPenalty = Warning(
        "GAN0407",
        "A normalisation over the minibatch under a gradient penalty",
        Normalization
    );
    private static readonly DiagnosticDescriptor SmoothingWithoutLabel = Error(
        "GAN0504",
        "Label smoothing needs a loss with labels",
        Training
    );
    private static readonly DiagnosticDescriptor PackingDoesNotDivide = Error(
        "GAN0505",
        "Packing divides the batch size",
        Training
    );
    private static readonly DiagnosticDescriptor NoLipschitzConstraint = Warning(
        "GAN0506",
        "A Wasserstein critic without a Lipschitz constraint",
        Training
    );
    private static readonly DiagnosticDescriptor ClippingWithPenalty = Warning(
        "GAN0507",
        "Weight clipping together with a penalty",
        Training
    );
    private static readonly DiagnosticDescriptor UnusedLabels = Warning(
        "GAN0508",
        "A network does not look at the labels",
        Training
    );
    private static readonly DiagnosticDescriptor MissingLabels = Error("GAN0509", "A layer needs labels", Training);
    private static readonly DiagnosticDescriptor MisplacedClassifier = Error(
        "GAN0510",
        "A classifier stands in the wrong place",
        Training
    );
    private static readonly DiagnosticDescriptor PackingOfLabelled = Error(
        "GAN0511",
        "Packing joins examples of different labels",
        Training
    );

    /// <summary>Every diagnostic there is.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } =
    [
        NotPartial,
        NetworkCount,
        MissingLatent,
        DataShapeCount,
        UnsupportedType,
        LayersOnSeveralParts,
        NoLayers,
        InvalidArgument,
        InvalidName,
        OptimizerCount,
        LanguageVersion,
        StrayAttribute,
        UnusualArgument,
        HiddenName,
        InvalidClassName,
        InvalidUse,
        UseArguments,
        BlockParameterOutside,
        BlockRecursion,
        MissingShapeRule,
        InitWithoutEffect,
        SpectralNormWithoutWeight,
        InputRank,
        SizeReachesZero,
        ElementCountChanges,
        GroupsDoNotDivide,
        OutputPaddingTooLarge,
        SizeOverflows,
        GeneratorOutput,
        DiscriminatorOutput,
        KernelTooLarge,
        PaddingTooWide,
        DroppedInput,
        DoesNotEnlarge,
        Checkerboard,
        ResidualShapes,
        ShapeRuleDoesNotFit,
        DoubleSigmoid,
        ActivationOnLogit,
        OutputRangeDiffers,
        UnboundedOutput,
        SigmoidOnCritic,
        NormalizedData,
        NormalizedOutput,
        BiasBeforeNormalization,
        NormalizationSplitsPasses,
        NormalizationOfOneValue,
        NormalizationOfOneExample,
        NormalizationWithGradientPenalty,
        SpectralNormBeforeNormalization,
        SaturatingLoss,
        SimultaneousSteps,
        NothingToLearn,
        SmoothingWithoutLabel,
        PackingDoesNotDivide,
        NoLipschitzConstraint,
        ClippingWithPenalty,
        UnusedLabels,
        MissingLabels,
        MisplacedClassifier,
        PackingOfLabelled,
    ];

    /// <summary>The diagnostic of a rule.</summary>
    public static DiagnosticDescriptor Of(Rule rule) => All.Single(descriptor => descriptor.Id == IdOf(rule));

    /// <summary>The id of a rule, such as GAN0101.</summary>
    public static string IdOf(Rule rule) =>
        "GAN" + ((int)rule).ToString("D4", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The build fails.</summary>
    private static DiagnosticDescriptor Error(string id, string title, string category) =>
        new(id, title, "{0}", category, DiagnosticSeverity.Error, isEnabledByDefault: true);

    /// <summary>It works, but is hardly meant.</summary>
    private static DiagnosticDescriptor Warning(string id, string title, string category) =>
        new(id, title, "{0}", category, DiagnosticSeverity.Warning, isEnabledByDefault: true);

    /// <summary>It works, and something is worth knowing.</summary>
    private static DiagnosticDescriptor Info(string id, string title, string category) =>
        new(id, title, "{0}", category, DiagnosticSeverity.Info, isEnabledByDefault: true);
}
