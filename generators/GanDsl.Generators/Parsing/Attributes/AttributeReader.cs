using System.Reflection;
using Microsoft.CodeAnalysis;

namespace GanDsl.Generators.Parsing;

/// <summary>
/// Turns Roslyn's description of an attribute into the attribute object itself. The attribute classes are compiled into this
/// assembly too, so what the user declared and what the shape rules read is one and the same class.
/// </summary>
internal static class AttributeReader
{
    /// <summary>The attribute as an object; null where it is not of the kind or has errors that the compiler reports.</summary>
    public static T? Read<T>(AttributeData data)
        where T : Attribute => Read<T>(data, []);

    /// <summary>The attribute with block parameters replaced by what the use of the block gives.</summary>
    public static T? Read<T>(AttributeData data, IReadOnlyList<int> blockArguments)
        where T : Attribute
    {
        if (
            TypeOf(data) is not { } type
            || !typeof(T).IsAssignableFrom(type)
            || HasErrors(data)
            || data.AttributeConstructor is not { } symbol
        )
        {
            return null;
        }

        var arguments = data.ConstructorArguments;

        // None for what cannot be created, such as an abstract base class: the compiler reports it.
        var constructor = type.GetConstructors().SingleOrDefault(candidate => HasSameParameters(candidate, symbol));
        if (constructor is null)
        {
            return null;
        }

        var parameters = constructor.GetParameters();
        var values = arguments.Select(
            (argument, index) => ValueOf(argument, parameters[index].ParameterType, blockArguments)
        );
        var attribute = (T)constructor.Invoke([.. values]);
        foreach (var named in data.NamedArguments)
        {
            var property = type.GetProperty(named.Key)!;
            property.SetValue(attribute, ValueOf(named.Value, property.PropertyType, blockArguments));
        }

        return attribute;
    }

    /// <summary>Whether the attribute is of the kind, readable or not.</summary>
    public static bool Is<T>(AttributeData data) => TypeOf(data) is { } type && typeof(T).IsAssignableFrom(type);

    /// <summary>Whether the compiler reports the attribute.</summary>
    public static bool HasErrors(AttributeData data) =>
        data.AttributeConstructor is null
        || data.ConstructorArguments.Any(IsError)
        || data.NamedArguments.Any(argument => IsError(argument.Value));

    /// <summary>A value, or where it is a block parameter what the use of the block gives for it.</summary>
    public static object Replace(object value, IReadOnlyList<int> blockArguments) =>
        BlockParameter.IndexOf(value) is not { } index || index >= blockArguments.Count ? value
        : value is double ? (object)(double)blockArguments[index]
        : blockArguments[index];

    private static Type? TypeOf(AttributeData data) =>
        data.AttributeClass
            is {
                ContainingAssembly.Name: nameof(GanDsl),
                ContainingNamespace: { Name: nameof(GanDsl), ContainingNamespace.IsGlobalNamespace: true }
            } symbol
            ? typeof(LayerAttribute).Assembly.GetType($"{nameof(GanDsl)}.{symbol.MetadataName}")
            : null;

    private static bool HasSameParameters(ConstructorInfo constructor, IMethodSymbol symbol) =>
        constructor
            .GetParameters()
            .Select(parameter => (parameter.Name, parameter.ParameterType.Name))
            .SequenceEqual(symbol.Parameters.Select(parameter => (parameter.Name, MetadataNameOf(parameter.Type))));

    private static string MetadataNameOf(ITypeSymbol type) =>
        type is IArrayTypeSymbol array ? MetadataNameOf(array.ElementType) + "[]" : type.MetadataName;

    private static bool IsError(TypedConstant constant) =>
        constant.Kind == TypedConstantKind.Error
        || (constant.Kind == TypedConstantKind.Array && !constant.IsNull && constant.Values.Any(IsError));

    private static object? ValueOf(TypedConstant constant, Type type, IReadOnlyList<int> blockArguments)
    {
        if (constant.IsNull)
        {
            return null;
        }

        if (constant.Kind == TypedConstantKind.Array)
        {
            var element = type.GetElementType()!;
            var array = Array.CreateInstance(element, constant.Values.Length);
            for (var index = 0; index < constant.Values.Length; index++)
            {
                array.SetValue(ValueOf(constant.Values[index], element, blockArguments), index);
            }

            return array;
        }

        return type.IsEnum ? Enum.ToObject(type, constant.Value!) : Replace(constant.Value!, blockArguments);
    }
}
