namespace GanDsl.Generators.Inference;

/// <summary>Which layer follows which, through the borders of blocks.</summary>
internal static class StackOrder
{
    /// <summary>The layers from the start, up to the first residual block, whose input goes two ways.</summary>
    public static IEnumerable<InferredLayer> Start(IReadOnlyList<InferredPart> parts)
    {
        var single = parts.TakeWhile(part => part is not InferredBlock { IsResidual: true }).ToList();
        foreach (var part in single)
        {
            var layers = part is InferredBlock block ? Start(block.Parts).ToList() : [.. part.Layers];
            foreach (var layer in layers)
            {
                yield return layer;
            }

            if (layers.Count < part.Layers.Count())
            {
                yield break;
            }
        }
    }

    /// <summary>The layers from the end, down to the last residual block, whose output is a sum.</summary>
    public static IEnumerable<InferredLayer> End(IReadOnlyList<InferredPart> parts)
    {
        var single = parts.Reverse().TakeWhile(part => part is not InferredBlock { IsResidual: true }).ToList();
        foreach (var part in single)
        {
            var layers = part is InferredBlock block ? End(block.Parts).ToList() : [.. part.Layers];
            foreach (var layer in layers)
            {
                yield return layer;
            }

            if (layers.Count < part.Layers.Count())
            {
                yield break;
            }
        }
    }

    /// <summary>The neighbours in a stack and in the blocks in it.</summary>
    public static IEnumerable<LayerPair> Pairs(IReadOnlyList<InferredPart> parts) =>
        parts.SelectMany(PairsWithin).Concat(parts.Zip(parts.Skip(1), PairsBetween).SelectMany(pairs => pairs));

    private static IEnumerable<LayerPair> PairsWithin(InferredPart part) =>
        part is InferredBlock block
            ? Pairs(block.Parts).Concat(block.Shortcut is null ? [] : PairsWithin(block.Shortcut))
            : [];

    private static IEnumerable<LayerPair> PairsBetween(InferredPart part, InferredPart next) =>
        part.Last.SelectMany(layer => next.First.Select(follower => new LayerPair(layer, follower, part.EndsInSum)));
}
