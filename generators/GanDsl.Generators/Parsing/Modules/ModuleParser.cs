using Microsoft.CodeAnalysis;

namespace GanDsl.Generators.Parsing;

/// <summary>Reads the use of a module of the user's own.</summary>
internal sealed class ModuleParser(INamedTypeSymbol network, Reading reading)
{
    /// <summary>
    /// Whether it is a module from a tensor, with or without labels, to a tensor. Not so a network: its base is generated, and the generator would not see it.
    /// </summary>
    public static bool IsModule(INamedTypeSymbol type) =>
        !IsNetwork(type) && TypeSymbols.BasesOf(type).Any(TorchModule.IsBase);

    /// <summary>Whether it is a module of another kind, which no place in a network has the input for.</summary>
    public static bool IsOtherModule(ITypeSymbol type) =>
        type is INamedTypeSymbol named && !IsNetwork(named) && TypeSymbols.BasesOf(named).Any(TorchModule.IsAnyModule);

    /// <summary>The layer that the module is; null where it cannot be emitted or read.</summary>
    public UserModule? Parse(
        INamedTypeSymbol module,
        Place place,
        IReadOnlyList<TypedConstant> arguments,
        IReadOnlyList<int> blockArguments
    )
    {
        if (ObstacleOf(module) is { } obstacle)
        {
            return Fail(Rule.InvalidUse, place, $"{module.Name} {obstacle}");
        }

        var rule = TypeSymbols
            .BasesOf(module)
            .SelectMany(type => type.GetAttributes())
            .FirstOrDefault(AttributeReader.Is<ShapeRuleAttribute>);
        if (rule is null)
        {
            return Fail(
                Rule.MissingShapeRule,
                place,
                $"{module.Name} does not say what it makes of the shape of its input; mark the class with a rule such as "
                    + "[ShapeRule(\"C, H, W -> 2*C, H/2, W/2\")], or with [ShapeRule(KeepsShape = true)]"
            );
        }

        if (AttributeReader.Read<ShapeRuleAttribute>(rule) is not { } shapeRule)
        {
            return null;
        }

        var given = arguments.Select(argument => ModuleArgument.Of(argument, blockArguments)).ToList();
        var unfit = given.FindIndex(argument => argument is null || !IsAccessible(argument.Type));
        if (unfit >= 0)
        {
            return Fail(
                Rule.UseArguments,
                place,
                $"argument {CodeText.Of(unfit + 1)} cannot be passed on to {module.Name}; give a whole number, a double, a bool, a string or a "
                    + "member of a public enumeration"
            );
        }

        return
            ModuleConstructors.Obstacle(module, network, [.. given.Select(argument => argument!)], reading.Compilation)
                is { } mismatch
            ? Fail(Rule.UseArguments, place, mismatch)
            : new UserModule(
                module.Name,
                module.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
                [.. given.Select(argument => argument!.Text)],
                TypeSymbols.BasesOf(module).Any(TorchModule.IsBaseWithLabels),
                shapeRule,
                InPython(module, given)
            );
    }

    private static UserModuleInPython InPython(INamedTypeSymbol module, IReadOnlyList<ModuleArgument?> arguments)
    {
        var source = module.GetAttributes().FirstOrDefault(AttributeReader.Is<PyTorchSourceAttribute>);
        return UserModuleInPython.Of(
            module.Name,
            source is null ? null : AttributeReader.Read<PyTorchSourceAttribute>(source),
            [.. arguments.Select(argument => argument!.Python)]
        );
    }

    private static bool IsNetwork(INamedTypeSymbol type) =>
        type.GetAttributes().Any(AttributeReader.Is<NetworkAttribute>);

    private string? ObstacleOf(INamedTypeSymbol module) =>
        module.IsAbstract ? "is abstract, so it cannot be created; use a class that derives from it"
        : !IsAccessible(module) ? "cannot be seen from the network that is generated; make it internal or public"
        : TypeSymbols.BasesOf(module).SelectMany(type => type.GetMembers()).Any(IsRequired)
            ? "has required members, but it is created with the arguments of the use alone; set them in its constructor"
        : null;

    private static bool IsRequired(ISymbol member) =>
        member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true };

    /// <summary>A block elsewhere may see what the network does not.</summary>
    private bool IsAccessible(INamedTypeSymbol type) => TypeAccess.IsVisible(type, network, reading.Compilation);

    private UserModule? Fail(Rule rule, Place place, string clause)
    {
        reading.Add(new(rule, place.Location, $"{place.Text}: {clause}"));
        return null;
    }
}
