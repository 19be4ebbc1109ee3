using GanDsl.Generators.Inference;
using GanDsl.Generators.Parsing;

namespace GanDsl.Generators.Rules.Warnings;

/// <summary>An initialisation whose layers have no weight of the kinds that it is for.</summary>
internal sealed class InitWithoutEffect : GanCheck
{
    public override IEnumerable<Problem> Problems(InferredGan gan) =>
        Scopes(gan)
            .SelectMany(scope =>
                scope.Modifiers.Inits.Where(each => !scope.Layers.Any(layer => IsFor(each.Init, layer)))
            )
            .Select(each => new Problem(
                Rule.InitWithoutEffect,
                each.Place.Location,
                $"{each.Place.Text}: none of the layers that it stands for has a weight that it is for ({each.Init.For}); move it to one that "
                    + "has, change For, or leave it out"
            ));

    private static IEnumerable<(Modifiers Modifiers, IReadOnlyList<InferredLayer> Layers)> Scopes(InferredGan gan) =>
        [
            (gan.Declaration.Modifiers, [.. gan.Generator.Layers, .. gan.Discriminator.Layers]),
            .. ModifierScopes.Of(gan.Generator, gan.Declaration.Generator!),
            .. ModifierScopes.Of(gan.Discriminator, gan.Declaration.Discriminator!),
        ];

    private static bool IsFor(InitAttribute init, InferredLayer layer) =>
        layer.Layer.Weight is { } weight && init.IsFor(weight);
}
