namespace GanDsl.Benchmarks.Floor;

/// <summary>
/// The products that an update rule cannot avoid, and nothing else: no activations, no normalisation, no losses, no optimisers.
/// </summary>
/// <param name="generator">The layers of G on the given number of rows.</param>
/// <param name="discriminator">The layers of D on the given number of rows.</param>
/// <param name="rows">m.</param>
internal sealed class ArithmeticFloor(
    Func<int, IReadOnlyList<Product>> generator,
    Func<int, IReadOnlyList<Product>> discriminator,
    int rows
)
{
    /// <summary>All products of one training step, with one step of D.</summary>
    public Action Of(GanUpdate update)
    {
        var g = generator(rows);
        var fakes = discriminator(rows);
        var realAndFakes = discriminator(2 * rows);
        IEnumerable<Action> learning = [.. Forward(g), .. Learn(g), .. Forward(realAndFakes), .. Learn(realAndFakes)];
        Action[] products = update switch
        {
            // D judges the fakes again after its step, and G's gradient passes through all of its layers.
            GanUpdate.Alternating => [.. learning, .. Forward(g), .. Forward(fakes), .. PassThrough(fakes)],
            GanUpdate.AlternatingSharedFakes => [.. learning, .. Forward(fakes), .. PassThrough(fakes)],
            // G's gradient is D's with another factor for each example, one layer further.
            _ => [.. learning, fakes[0].ToInput],
        };
        return () =>
        {
            foreach (var product in products)
            {
                product();
            }
        };
    }

    private static IEnumerable<Action> Forward(IEnumerable<Product> layers) => layers.Select(layer => layer.Forward);

    private static IEnumerable<Action> PassThrough(IEnumerable<Product> layers) =>
        layers.Select(layer => layer.ToInput);

    /// <summary>The gradients of all weights; nobody needs that of the network's input.</summary>
    private static IEnumerable<Action> Learn(IReadOnlyList<Product> layers) =>
        layers.Select(layer => layer.ToWeight).Concat(PassThrough(layers.Skip(1)));
}
