using System.Reflection;
using TorchSharp;

namespace GanDsl.Generators.Tests.Infrastructure;

/// <summary>
/// Finds calls that hand libtorch a <see cref="Scalar"/> which nothing keeps: conversions of numbers, and the methods of TorchSharp that
/// make one inside, as its code says.
/// </summary>
internal static class TemporaryScalars
{
    /// <summary>The methods that make one, directly or through others, and the constructors of modules whose forward pass does.</summary>
    private static readonly HashSet<MethodBase> Makers = FindMakers(typeof(Scalar).Assembly);

    /// <summary>"Type.Method calls Type.Method" for each call of an assembly that makes one.</summary>
    public static IEnumerable<string> In(Assembly assembly) =>
        from method in CalledMethods.In(assembly)
        from called in CalledMethods.Of(method)
        where Makers.Contains(called) && !ReplacesForward(method, called)
        select $"{Text(method)} calls {Text(called)}({string.Join(", ", called.GetParameters().Select(each => each.ParameterType.Name))})";

    private static HashSet<MethodBase> FindMakers(Assembly torchSharp)
    {
        var calls = CalledMethods
            .In(torchSharp)
            .Where(method => !TakesScalarsApart(method))
            .ToDictionary(method => method, method => CalledMethods.Of(method).ToList());
        var makers = calls.Keys.Where(IsConversion).ToHashSet();
        for (var count = 0; count < makers.Count; )
        {
            count = makers.Count;
            makers.UnionWith(calls.Where(each => each.Value.Exists(makers.Contains)).Select(each => each.Key));
            var modules = makers.Where(IsForwardPass).Select(method => method.DeclaringType!).ToList();
            makers.UnionWith(calls.Keys.Where(method => method.IsConstructor && modules.Exists(IsBaseOf(method))));
        }

        return makers;
    }

    private static bool IsConversion(MethodBase method) =>
        (method.DeclaringType == typeof(Scalar) && method.Name == "op_Implicit")
        || (method.DeclaringType == typeof(ScalarExtensionMethods) && method.Name == "ToScalar");

    /// <summary>Calls of TorchScript convert only the numbers among their arguments; ours pass scalars.</summary>
    private static bool TakesScalarsApart(MethodBase method) => method.Name == "DetermineArgumentTypeRefs";

    private static bool IsForwardPass(MethodBase method) => method is { Name: "forward", IsVirtual: true };

    private static Predicate<Type> IsBaseOf(MethodBase constructor) =>
        type => type.IsAssignableFrom(constructor.DeclaringType);

    /// <summary>Whether a constructor calls that of its base, whose forward pass its class replaces.</summary>
    private static bool ReplacesForward(MethodBase method, MethodBase called) =>
        method.IsConstructor
        && called.IsConstructor
        && called.DeclaringType == method.DeclaringType!.BaseType
        && method
            .DeclaringType.GetMethods()
            .Any(each => IsForwardPass(each) && each.DeclaringType == method.DeclaringType);

    private static string Text(MethodBase method) => $"{method.DeclaringType!.Name}.{method.Name}";
}
