using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GanDsl.Generators.Parsing;

/// <summary>Reads a class marked with [Gan] from symbols into attribute objects: the one place where both generator and analyzer look.</summary>
internal sealed class GanParser
{
    public static readonly string AttributeName = typeof(GanAttribute).FullName!;

    private readonly INamedTypeSymbol gan;
    private readonly IReadOnlyList<AttributeData> attributes;
    private readonly Reading reading;

    private GanParser(INamedTypeSymbol gan, Reading reading) =>
        (this.gan, attributes, this.reading) = (gan, gan.GetAttributes(), reading);

    public static GanDeclaration Parse(INamedTypeSymbol gan, Compilation compilation, CancellationToken cancellation) =>
        new GanParser(gan, new Reading(compilation, cancellation)).Parse();

    private GanDeclaration Parse()
    {
        CheckClasses();
        var declared = ReadFirst<GanAttribute>(attribute => attribute.ArgumentProblems());
        var latent = ReadFirst<LatentAttribute>(attribute => attribute.ArgumentProblems());
        RequireLatent();
        var validData = ReadFirst<DataShapeAttribute>(attribute => attribute.ArgumentProblems());
        RequireOneDataShape();
        var labels = Labels();
        var ownLoss = new OwnLossParser(gan, reading).Parse();
        var optimizer = new OptimizerParser(reading).Parse(gan);
        var training = new TrainingParser(reading).Parse(gan);
        var (generator, discriminator) = Networks(labels?.Classes ?? 1);
        return new(
            Class: new(gan),
            Scope: new(gan, reading.Compilation),
            ModuleMembers: TorchModule.InheritedNames(reading.Compilation),
            Gan: declared ?? new GanAttribute(),
            OwnLoss: ownLoss,
            Latent: latent,
            Data: attributes.Select(AttributeReader.Read<DataShapeAttribute>).FirstOrDefault(read => read is not null),
            IsDataValid: validData is not null,
            Labels: labels,
            Optimizer: optimizer,
            Training: training,
            Modifiers: ModifiersOfBothNetworks(),
            Generator: generator,
            Discriminator: discriminator,
            Problems: reading.Problems
        );
    }

    private void CheckClasses()
    {
        LanguageVersionCheck.Check(gan, reading);
        var check = new PartialClassCheck(reading);
        check.Check(gan, "a GAN");
        check.CheckContainers(gan);
    }

    private void RequireLatent()
    {
        if (attributes.Any(AttributeReader.Is<LatentAttribute>))
        {
            return;
        }

        reading.Add(
            new(
                Rule.MissingLatent,
                gan.Locations[0],
                $"{gan.Name} does not say what its generator starts from; add [Latent(64)] or another number of dimensions"
            )
            {
                Mends = [new(Mend.AddToClass("Latent(64)"), gan.Locations[0])],
            }
        );
    }

    private void RequireOneDataShape()
    {
        var declared = attributes.Where(AttributeReader.Is<DataShapeAttribute>).ToList();
        if (declared.Count == 1)
        {
            return;
        }

        var location = declared.Count == 0 ? gan.Locations[0] : reading.LocationOf(declared[1], gan);
        reading.Add(
            new(
                Rule.DataShapeCount,
                location,
                $"{gan.Name} has {(declared.Count == 0 ? "no data shape" : "several data shapes")}, but it needs one; "
                    + "declare one of [Image(channels, height, width)], [Signal(channels, length)] and [Point(dimensions)]"
            )
            {
                Mends = declared.Count == 0 ? [] : [new(Mend.Remove("the second data shape"), location)],
            }
        );
    }

    /// <summary>With a wrong number of classes the GAN is conditional all the same: its stubs take labels.</summary>
    private LabelsAttribute? Labels() =>
        ReadFirst<LabelsAttribute>(attribute => attribute.ArgumentProblems())
        ?? (attributes.Any(AttributeReader.Is<LabelsAttribute>) ? new LabelsAttribute(1) : null);

    private (NetworkDeclaration? Generator, NetworkDeclaration? Discriminator) Networks(int classes)
    {
        var networks = new NetworkParser(gan, classes, reading);
        var generator = networks.Parse<GeneratorAttribute>();
        var discriminator = networks.Parse<DiscriminatorAttribute>();
        if (generator is null || !generator.Class.IsSameAs(discriminator?.Class))
        {
            return (generator, discriminator);
        }

        reading.Add(
            new(
                Rule.UnsupportedType,
                generator.Class.Location,
                $"{generator.Class.Name} is generator and discriminator at once, but each has to be a class of its own"
            )
        );
        return (null, null);
    }

    /// <summary>What holds for both networks; [SpectralNorm] stands on networks and layers only.</summary>
    private Modifiers ModifiersOfBothNetworks()
    {
        var modifiers = new ModifierParser(reading);
        return attributes
            .Where(AttributeReader.Is<InitAttribute>)
            .Select(init => (Data: init, Syntax: init.ApplicationSyntaxReference?.GetSyntax(reading.Cancellation)))
            .Select(init =>
                init.Syntax is AttributeSyntax syntax
                    ? modifiers.Parse(init.Data, syntax, Place.Of(syntax, within: null), blockArguments: [])
                    : null
            )
            .OfType<Modifiers>()
            .Aggregate(Modifiers.None, (before, next) => before.Then(next));
    }

    /// <summary>The first attribute of a kind; null where there is none, or its arguments are wrong.</summary>
    private T? ReadFirst<T>(Func<T, IEnumerable<LayerProblem>> argumentProblems)
        where T : Attribute
    {
        var data = attributes.FirstOrDefault(AttributeReader.Is<T>);
        if (data is null || AttributeReader.Read<T>(data) is not { } attribute)
        {
            return null;
        }

        var found = argumentProblems(attribute).ToList();
        reading.AddArgumentProblems(data, found, gan);
        return found.Count == 0 ? attribute : null;
    }
}
