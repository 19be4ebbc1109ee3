using GanDsl.Generators.Parsing;
using Microsoft.CodeAnalysis.CSharp;

namespace GanDsl.Generators.Inference;

/// <summary>
/// Gives each module of a network its name: the one declared, else the kind and a number (<c>linear1</c>). Names are fields of
/// the generated class and prefixes of parameter names.
/// </summary>
internal sealed class LayerNames
{
    private readonly Dictionary<string, int> used = new(StringComparer.Ordinal);
    private readonly HashSet<string> declared;
    private readonly string network;
    private readonly List<Problem> problems;

    public LayerNames(NetworkDeclaration network, List<Problem> problems)
    {
        this.problems = problems;
        this.network = network.Symbol.Name;
        declared = new(network.Layers.Select(layer => layer.Layer.Name).OfType<string>(), StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var layer in network.Layers.Where(layer => layer.Layer.Name is not null))
        {
            Check(layer, seen);
        }
    }

    /// <summary>The name of a layer's module.</summary>
    public string NameOf(LayerDeclaration layer)
    {
        if (layer.Layer.Name is { } name)
        {
            return Identifier.Escape(name);
        }

        string candidate;
        do
        {
            used.TryGetValue(layer.Layer.NameStem, out var number);
            used[layer.Layer.NameStem] = number + 1;
            candidate = layer.Layer.NameStem + CodeText.Of(number + 1);
        } while (declared.Contains(candidate) || IsReserved(candidate));

        return candidate;
    }

    /// <summary>Whether a field of that name cannot stand in the network's class; no member has the name of its class.</summary>
    private bool IsReserved(string name) => ReservedNames.Contains(name) || name == network;

    private void Check(LayerDeclaration layer, HashSet<string> seen)
    {
        var name = layer.Layer.Name!;
        var found =
            !SyntaxFacts.IsValidIdentifier(name) ? "is not a C# identifier"
            : IsReserved(name) ? "already means something in a module"
            : !seen.Add(name) ? "is already the name of another layer"
            : null;
        if (found is not null)
        {
            problems.Add(
                new(
                    Rule.InvalidName,
                    layer.LocationOf(nameof(LayerAttribute.Name)),
                    $"{layer.Text}: the name {CodeText.Of((object)name)} {found}; choose another, such as \"{layer.Layer.NameStem}1\""
                )
                {
                    Mends =
                    [
                        new(
                            Mend.Set(layer.Layer.Kind, ArgumentChange.Removal(nameof(LayerAttribute.Name))),
                            layer.Syntax.GetLocation()
                        ),
                    ],
                }
            );
        }
    }
}
