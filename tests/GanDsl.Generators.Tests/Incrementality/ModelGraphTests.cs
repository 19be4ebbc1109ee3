using System.Reflection;
using GanDsl.Generators.Models;
using GanDsl.Generators.Tests.Infrastructure;
using GanDsl.Generators.Tests.Models;
using Microsoft.CodeAnalysis;

namespace GanDsl.Generators.Tests.Incrementality;

/// <summary>No model may hold what changes with every keystroke: symbols, syntax, locations, compilations.</summary>
public class ModelGraphTests
{
    [Fact]
    public void Models_hold_plain_values_only() => Assert.Empty(Forbidden(typeof(GanModel), []));

    [Theory]
    [InlineData(GanGenerator.ModelStep)]
    [InlineData(GanGenerator.ClashingNameStep)]
    [InlineData(GanGenerator.FileStep)]
    public void Every_step_yields_plain_values_only(string step)
    {
        var steps = GeneratorRun.On(DeclaredGans.Digits).Driver.GetRunResult().Results.Single().TrackedSteps[step];

        Assert.Empty(
            steps.SelectMany(each => each.Outputs).SelectMany(output => Forbidden(output.Value.GetType(), []))
        );
    }

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
