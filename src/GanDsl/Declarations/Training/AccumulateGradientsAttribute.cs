namespace GanDsl;

/// <summary>
/// Goes through each minibatch in equal parts whose gradients are averaged before the optimiser moves, so that only the maps of one part
/// are held at a time: a minibatch that does not fit into memory becomes one that does. PyTorch: <c>backward()</c> several times before
/// <c>step()</c>.
/// </summary>
/// <remarks>
/// The same step as without, up to rounding, unless a layer, a loss or a penalty couples the examples of a minibatch, draws random numbers, or
/// changes from one pass to the next: BatchNorm normalises each part by itself, relativistic losses compare within it, and SpectralNorm makes its
/// power iterations for each part.
/// </remarks>
/// <param name="parts">The parts, at least 1 and a divisor of the batch size.</param>
public sealed class AccumulateGradientsAttribute(int parts) : TrainingAttribute
{
    /// <summary>The parts.</summary>
    public int Parts { get; } = parts;

    internal override IEnumerable<LayerProblem> ArgumentProblems() => ArgumentCheck.AtLeast(1, "parts", Parts);
}
