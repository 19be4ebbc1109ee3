using Microsoft.CodeAnalysis;

namespace GanDsl.Generators.Diagnostics;

/// <summary>The diagnostic of each rule. The id is the number of the rule; the message is the whole sentence.</summary>
internal static class Descriptors
{
    private const string Declaration = "GanDsl.Declaration";
    private const string Shapes = "GanDsl.Shape";

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
    private static readonly DiagnosticDescriptor InputRank = Error(
        "GAN0201",
        "A layer cannot take the rank of its input",
        Shapes
    );
    private static readonly DiagnosticDescriptor SizeReachesZero = Error("GAN0202", "A size reaches zero", Shapes);
    private static readonly DiagnosticDescriptor ElementCountChanges = Error(
        "GAN0203",
        "A reshape keeps the number of values",
        Shapes
    );
    private static readonly DiagnosticDescriptor GroupsDoNotDivide = Error(
        "GAN0204",
        "Groups divide the channels",
        Shapes
    );
    private static readonly DiagnosticDescriptor OutputPaddingTooLarge = Error(
        "GAN0205",
        "Output padding is too large",
        Shapes
    );
    private static readonly DiagnosticDescriptor SizeOverflows = Error("GAN0206", "A size overflows", Shapes);
    private static readonly DiagnosticDescriptor GeneratorOutput = Error(
        "GAN0207",
        "The generator gives the declared data shape",
        Shapes
    );
    private static readonly DiagnosticDescriptor DiscriminatorOutput = Error(
        "GAN0208",
        "The discriminator gives one logit",
        Shapes
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
        InputRank,
        SizeReachesZero,
        ElementCountChanges,
        GroupsDoNotDivide,
        OutputPaddingTooLarge,
        SizeOverflows,
        GeneratorOutput,
        DiscriminatorOutput,
    ];

    /// <summary>The diagnostic of a rule.</summary>
    public static DiagnosticDescriptor Of(Rule rule) => All.Single(descriptor => descriptor.Id == IdOf(rule));

    /// <summary>The id of a rule, such as GAN0101.</summary>
    public static string IdOf(Rule rule) =>
        "GAN" + ((int)rule).ToString("D4", System.Globalization.CultureInfo.InvariantCulture);

    private static DiagnosticDescriptor Error(string id, string title, string category) =>
        new(id, title, "{0}", category, DiagnosticSeverity.Error, isEnabledByDefault: true);
}
