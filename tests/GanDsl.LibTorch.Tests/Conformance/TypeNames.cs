using System.Reflection;

namespace GanDsl.LibTorch.Tests.Conformance;

/// <summary>Types as text that is the same for the same type of two assemblies.</summary>
internal static class TypeNames
{
    public static string Of(Type type)
    {
        if (type.IsGenericParameter)
        {
            return (type.DeclaringMethod is null ? "!" : "!!") + type.GenericParameterPosition;
        }

        if (type.HasElementType)
        {
            var suffix =
                type.IsArray ? $"[{new string(',', type.GetArrayRank() - 1)}]"
                : type.IsByRef ? "&"
                : "*";
            return Of(type.GetElementType()!) + suffix;
        }

        var name = type.IsGenericType ? type.GetGenericTypeDefinition().FullName! : type.FullName!;
        return type.IsGenericType ? $"{name}<{string.Join(", ", type.GetGenericArguments().Select(Of))}>" : name;
    }

    /// <summary>The name of a method with its generic arity and the types of its parameters; of a conversion, with its result.</summary>
    public static string Signature(MethodBase method)
    {
        var arity = method.IsGenericMethodDefinition ? $"``{method.GetGenericArguments().Length}" : "";
        var result = method is MethodInfo { Name: "op_Explicit" or "op_Implicit" } conversion
            ? $": {Of(conversion.ReturnType)}"
            : "";
        return $"{method.Name}{arity}({string.Join(", ", method.GetParameters().Select(Parameter))}){result}";
    }

    private static string Parameter(ParameterInfo parameter)
    {
        var direction =
            !parameter.ParameterType.IsByRef ? ""
            : parameter.IsOut ? "out "
            : parameter.IsIn ? "in "
            : "ref ";
        return direction + Of(parameter.ParameterType).TrimEnd('&');
    }
}
