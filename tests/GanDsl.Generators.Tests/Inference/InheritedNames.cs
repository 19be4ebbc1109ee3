using System.Reflection;

namespace GanDsl.Generators.Tests.Inference;

/// <summary>The names of the members that a class inherits and can see, and would hide with a member of its own.</summary>
internal static class InheritedNames
{
    public static IEnumerable<string> Of(Type baseType)
    {
        const BindingFlags Declared =
            BindingFlags.Public
            | BindingFlags.NonPublic
            | BindingFlags.Static
            | BindingFlags.Instance
            | BindingFlags.DeclaredOnly;
        for (var type = baseType; type is not null; type = type.BaseType)
        {
            foreach (var member in type.GetMembers(Declared).Where(IsAccessible))
            {
                yield return member.Name.Split('`')[0];
            }
        }
    }

    private static bool IsAccessible(MemberInfo member) =>
        member switch
        {
            ConstructorInfo => false,
            // The methods of a property, too: a field can hide get_training.
            MethodBase method => !method.Name.StartsWith("op_", StringComparison.Ordinal)
                && (method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly),
            FieldInfo field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly,
            PropertyInfo property => property
                .GetAccessors(nonPublic: true)
                .Any(accessor => !accessor.IsPrivate && !accessor.IsAssembly && !accessor.IsFamilyAndAssembly),
            Type type => type.IsNestedPublic || type.IsNestedFamily || type.IsNestedFamORAssem,
            _ => true,
        };
}
