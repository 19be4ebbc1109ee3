namespace GanDsl.Benchmarks.Floor;

/// <summary>
/// The products that an update rule cannot avoid, and nothing else: no activations, no normalisation, no losses, no optimisers.
/// </summary>
/// <param name="generator">The layers of G on the given number of rows.</param>
/// <param name="discriminator">The layers of D on the given number of rows.</param>
/// <param name="rows">m.</param>
/// <param name="arithmetic">Where the layers compute, and with what.</param>
internal sealed class ArithmeticFloor(
    Func<int, IReadOnlyList<Product>> generator,
    Func<int, IReadOnlyList<Product>> discriminator,
    int rows,
    Arithmetic arithmetic
)
{
    // Not before they are asked for: whoever measures memory has no use for them.
    private readonly Lazy<IReadOnlyList<Product>> layersOfG = new(() => generator(rows));
    private readonly Lazy<IReadOnlyList<Product>> layersOnFakes = new(() => discriminator(rows));
    private readonly Lazy<IReadOnlyList<Product>> layersOnBoth = new(() => discriminator(2 * rows));

    /// <summary>All products of one training step, with one step of D.</summary>
    public Action Of(GanUpdate update)
    {
        Action[] products = [.. Products(update).Select(product => product.Action)];
        return arithmetic.Apply(() =>
        {
            foreach (var product in products)
            {
                product();
            }
        });
    }

    /// <summary>The multiply-adds of these products.</summary>
    public long MultiplyAdds(GanUpdate update) => Products(update).Sum(product => product.MultiplyAdds);

    private IEnumerable<(Action Action, long MultiplyAdds)> Products(GanUpdate update)
    {
        var (g, fakes, realAndFakes) = (layersOfG.Value, layersOnFakes.Value, layersOnBoth.Value);
        IEnumerable<(Action, long)> learning =
        [
            .. Forward(g),
            .. Learn(g),
            .. Forward(realAndFakes),
            .. Learn(realAndFakes),
        ];
        return update switch
        {
            // D judges the fakes again after its step, and G's gradient passes through all of its layers.
            GanUpdate.Alternating => [.. learning, .. Forward(g), .. Forward(fakes), .. PassThrough(fakes)],
            GanUpdate.AlternatingSharedFakes => [.. learning, .. Forward(fakes), .. PassThrough(fakes)],
            // G's gradient is D's with another factor for each example, one layer further.
            _ => [.. learning, .. PassThrough(fakes.Take(1))],
        };
    }

    private static IEnumerable<(Action, long)> Forward(IEnumerable<Product> layers) =>
        layers.Select(layer => (layer.Forward, layer.MultiplyAdds));

    private static IEnumerable<(Action, long)> PassThrough(IEnumerable<Product> layers) =>
        layers.Select(layer => (layer.ToInput, layer.MultiplyAdds));

    /// <summary>The gradients of all weights; nobody needs that of the network's input.</summary>
    private static IEnumerable<(Action, long)> Learn(IReadOnlyList<Product> layers) =>
        layers.Select(layer => (layer.ToWeight, layer.MultiplyAdds)).Concat(PassThrough(layers.Skip(1)));
}
