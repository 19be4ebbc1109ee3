using System.Reflection;
using Microsoft.CodeAnalysis.CSharp;
using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Layers;

/// <summary>Which names the field of a layer can have, from the engine's own <c>torch.nn.Module</c>.</summary>
internal static class LayerName
{
    /// <summary>What the generated class inherits, so that a field of that name would hide it.</summary>
    public static readonly IReadOnlyList<string> MembersOfModule =
    [
        .. typeof(nn.Module<Tensor, Tensor>)
            .GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static)
            .Where(IsVisible)
            .Select(member => member.Name)
            .Where(SyntaxFacts.IsValidIdentifier)
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>What the generated forward pass calls its input and its scope.</summary>
    private static readonly string[] Locals =
    [
        "input",
        "labels",
        "x",
        "scope",
        "latents",
        "images",
        "signals",
        "points",
    ];

    /// <summary>What the generated class calls by its simple name.</summary>
    private static readonly string[] Called = ["init", "nn", "functional", "torch", "NewDisposeScope"];

    /// <summary>Whether the layers of a network can have their names.</summary>
    public static bool AreFields(string network, IEnumerable<FuzzedLayer> layers)
    {
        var names = layers.Select(layer => layer.Name).OfType<string>().ToList();
        return names.Distinct().Count() == names.Count && names.All(name => IsField(name) && name != network);
    }

    private static bool IsField(string name) =>
        SyntaxFacts.IsValidIdentifier(name)
        && !MembersOfModule.Contains(name)
        && !Locals.Contains(name)
        && !Called.Contains(name);

    private static bool IsVisible(MemberInfo member) =>
        member switch
        {
            MethodBase method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly,
            FieldInfo field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly,
            PropertyInfo property => IsVisible(property.GetMethod ?? (MemberInfo)property.SetMethod!),
            _ => true,
        };
}
