using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GanDsl.Generators.Parsing;

/// <summary>Reads a class marked with [Gan] from symbols into attribute objects: the one place where both generator and analyzer look.</summary>
internal static class GanParser
{
    public static readonly string AttributeName = typeof(GanAttribute).FullName!;

    public static GanDeclaration Parse(INamedTypeSymbol symbol, Compilation compilation, CancellationToken cancellation)
    {
        var problems = new List<Problem>();
        CheckType(symbol, problems, cancellation);

        var attributes = symbol.GetAttributes();
        var gan = ReadFirst<GanAttribute>(
            symbol,
            attributes,
            attribute => attribute.ArgumentProblems(),
            problems,
            cancellation
        );
        var latent = ReadFirst<LatentAttribute>(
            symbol,
            attributes,
            attribute => attribute.ArgumentProblems(),
            problems,
            cancellation
        );
        if (!attributes.Any(AttributeReader.Is<LatentAttribute>))
        {
            problems.Add(
                new(
                    Rule.MissingLatent,
                    symbol.Locations[0],
                    $"{symbol.Name} does not say what its generator starts from; add [Latent(64)] or another number of dimensions"
                )
                {
                    Mends = [new(Mend.AddToClass("Latent(64)"), symbol.Locations[0])],
                }
            );
        }

        var validData = ReadFirst<DataShapeAttribute>(
            symbol,
            attributes,
            attribute => attribute.ArgumentProblems(),
            problems,
            cancellation
        );
        var data = attributes.Select(AttributeReader.Read<DataShapeAttribute>).FirstOrDefault(read => read is not null);
        CheckDataShapeCount(symbol, attributes, problems, cancellation);

        // With a wrong number of classes the GAN is conditional all the same: its stubs take labels.
        var labels =
            ReadFirst<LabelsAttribute>(
                symbol,
                attributes,
                attribute => attribute.ArgumentProblems(),
                problems,
                cancellation
            ) ?? (attributes.Any(AttributeReader.Is<LabelsAttribute>) ? new LabelsAttribute(1) : null);
        var ownLoss = new OwnLossParser(symbol, compilation, problems, cancellation).Parse();
        var optimizer = OptimizerParser.Parse(symbol, problems, cancellation);
        var training = TrainingParser.Parse(symbol, problems, cancellation);
        var networks = new NetworkParser(symbol, compilation, labels?.Classes ?? 1, problems, cancellation);
        var generator = networks.Parse<GeneratorAttribute>();
        var discriminator = networks.Parse<DiscriminatorAttribute>();
        if (generator is not null && generator.Class.IsSameAs(discriminator?.Class))
        {
            problems.Add(
                new(
                    Rule.UnsupportedType,
                    generator.Class.Location,
                    $"{generator.Class.Name} is generator and discriminator at once, but each has to be a class of its own"
                )
            );
            (generator, discriminator) = (null, null);
        }

        return new(
            Class: new(symbol),
            Scope: new(symbol),
            ModuleMembers: TorchModule.InheritedNames(compilation),
            Gan: gan ?? new GanAttribute(),
            OwnLoss: ownLoss,
            Latent: latent,
            Data: data,
            IsDataValid: validData is not null,
            Labels: labels,
            Optimizer: optimizer,
            Training: training,
            Modifiers: ModifiersOf(symbol, problems, cancellation),
            Generator: generator,
            Discriminator: discriminator,
            Problems: problems
        );
    }

    private static void CheckType(INamedTypeSymbol symbol, List<Problem> problems, CancellationToken cancellation)
    {
        LanguageVersionCheck.Check(symbol, problems);
        TypeParser.CheckClass(symbol, "a GAN", problems, cancellation);
        for (var container = symbol.ContainingType; container is not null; container = container.ContainingType)
        {
            TypeParser.CheckContainer(container, problems, cancellation);
        }
    }

    /// <summary>What holds for both networks; [SpectralNorm] stands on networks and layers only.</summary>
    private static Modifiers ModifiersOf(
        INamedTypeSymbol symbol,
        List<Problem> problems,
        CancellationToken cancellation
    ) =>
        symbol
            .GetAttributes()
            .Where(AttributeReader.Is<InitAttribute>)
            .Select(data => (Data: data, Syntax: data.ApplicationSyntaxReference?.GetSyntax(cancellation)))
            .Select(init =>
                init.Syntax is AttributeSyntax syntax
                    ? ModifierParser.Parse(init.Data, Place.Of(syntax, within: null), [], problems)
                    : null
            )
            .OfType<Modifiers>()
            .Aggregate(Modifiers.None, (before, next) => before.Then(next));

    private static void CheckDataShapeCount(
        INamedTypeSymbol symbol,
        IEnumerable<AttributeData> attributes,
        List<Problem> problems,
        CancellationToken cancellation
    )
    {
        var declared = attributes.Where(AttributeReader.Is<DataShapeAttribute>).ToList();
        if (declared.Count != 1)
        {
            var location =
                declared.Count == 0
                    ? symbol.Locations[0]
                    : TypeParser.LocationOf(declared[1], symbol, null, cancellation);
            problems.Add(
                new(
                    Rule.DataShapeCount,
                    location,
                    $"{symbol.Name} has {(declared.Count == 0 ? "no data shape" : "several data shapes")}, but it needs one; "
                        + "declare one of [Image(channels, height, width)], [Signal(channels, length)] and [Point(dimensions)]"
                )
                {
                    Mends = declared.Count == 0 ? [] : [new(Mend.Remove("the second data shape"), location)],
                }
            );
        }
    }

    private static T? ReadFirst<T>(
        INamedTypeSymbol symbol,
        IEnumerable<AttributeData> attributes,
        Func<T, IEnumerable<LayerProblem>> argumentProblems,
        List<Problem> problems,
        CancellationToken cancellation
    )
        where T : Attribute
    {
        var data = attributes.FirstOrDefault(AttributeReader.Is<T>);
        if (data is null || AttributeReader.Read<T>(data) is not { } attribute)
        {
            return null;
        }

        var found = argumentProblems(attribute).ToList();
        TypeParser.AddArgumentProblems(data, found, symbol, problems, cancellation);
        return found.Count == 0 ? attribute : null;
    }
}
