using System.Reflection;
using GanDsl.Generators.Models;
using Microsoft.CodeAnalysis;

namespace GanDsl.Generators.Tests.Incrementality;

/// <summary>No model may hold what changes with every keystroke: symbols, syntax, locations, compilations.</summary>
public class ModelGraphTests
{
    [Fact]
    public void Models_hold_plain_values_only() => Assert.Empty(Forbidden(typeof(GanModel), []));

    [Fact]
    public void The_walk_finds_a_symbol() => Assert.Equal([typeof(ISymbol)], Forbidden(typeof(BadModel), []).ToArray());

    private static IEnumerable<Type> Forbidden(Type type, HashSet<Type> seen)
    {
        if (!seen.Add(type) || type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(Type))
        {
            return [];
        }

        if (type.Namespace?.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) == true)
        {
            return [type];
        }

        var held = type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Select(field => field.FieldType)
            .Concat(type.GetGenericArguments());
        return held.Select(each => each.IsArray ? each.GetElementType()! : each)
            .SelectMany(each => Forbidden(each, seen))
            .ToList();
    }

    private sealed record BadModel(string Name, IReadOnlyList<ISymbol> Symbols);
}
