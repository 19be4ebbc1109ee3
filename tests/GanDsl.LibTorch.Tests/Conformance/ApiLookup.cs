using System.Reflection;

namespace GanDsl.LibTorch.Tests.Conformance;

/// <summary>Finds the members of a type that code outside of its assembly can use.</summary>
internal static class ApiLookup
{
    public const BindingFlags Declared =
        BindingFlags.Public
        | BindingFlags.NonPublic
        | BindingFlags.Instance
        | BindingFlags.Static
        | BindingFlags.DeclaredOnly;

    public static bool IsVisible(MemberInfo member) =>
        member switch
        {
            Type type => type.IsPublic
                || (
                    (type.IsNestedPublic || type.IsNestedFamily || type.IsNestedFamORAssem)
                    && IsVisible(type.DeclaringType!)
                ),
            MethodBase method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly,
            PropertyInfo property => property.GetAccessors(nonPublic: true).Any(IsVisible),
            FieldInfo field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly,
            EventInfo @event => IsVisible(@event.AddMethod!),
            _ => false,
        };

    public static bool IsAccessor(MethodBase method) =>
        method.IsSpecialName && !method.IsConstructor && !method.Name.StartsWith("op_", StringComparison.Ordinal);

    public static MethodBase? FindMethod(Type theirs, MethodBase ours)
    {
        var signature = TypeNames.Signature(ours);
        return ours.IsConstructor
            ? theirs.GetConstructors(Declared).FirstOrDefault(Same)
            : FindInBases(theirs, type => type.GetMethods(Declared).FirstOrDefault(Same));

        bool Same(MethodBase method) => IsVisible(method) && TypeNames.Signature(method) == signature;
    }

    public static PropertyInfo? FindProperty(Type theirs, PropertyInfo ours)
    {
        var indices = Indices(ours);
        return FindInBases(
            theirs,
            type =>
                type.GetProperties(Declared)
                    .FirstOrDefault(property => property.Name == ours.Name && Indices(property).SequenceEqual(indices))
        );

        static IEnumerable<string> Indices(PropertyInfo property) =>
            property.GetIndexParameters().Select(index => TypeNames.Of(index.ParameterType));
    }

    public static T? FindInBases<T>(Type type, Func<Type, T?> find)
        where T : MemberInfo =>
        Bases(type).Concat(type.GetInterfaces()).Select(find).FirstOrDefault(found => found is not null);

    public static IEnumerable<Type> Bases(Type type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            yield return current;
        }
    }

    public static HashSet<string> Names(IEnumerable<Type> types) => [.. types.Select(TypeNames.Of)];

    public static string Kind(Type type) =>
        type.IsEnum ? "an enum"
        : type.IsInterface ? "an interface"
        : type.IsValueType ? "a struct"
        : type is { IsAbstract: true, IsSealed: true } ? "a static class"
        : "a class";
}
