using static TorchSharp.torch;

namespace GanDsl;

/// <summary>A monitor that knows real examples. A run of the command line gives some of those that are trained on to each that has none.</summary>
public abstract class RealExamplesMonitor : TrainingMonitor
{
    /// <summary>Whether there are real examples to compare with; without them nothing is noticed.</summary>
    public bool HasReal { get; private set; }

    /// <summary>Gives real examples to compare with, in the place of earlier ones.</summary>
    /// <param name="real">Real examples [N, …], at least 2; they still belong to the caller.</param>
    /// <exception cref="ArgumentException">There are fewer than 2 examples.</exception>
    public void CompareWith(Tensor real)
    {
        ArgumentNullException.ThrowIfNull(real);
        var shape = real.shape;
        if (shape.Length < 2 || shape[0] < 2 || shape.Contains(0))
        {
            throw new ArgumentException(
                $"A monitor compares with real examples [N, …], at least 2 of them, but was given {ShapeText.Of(shape)}; give it more.",
                nameof(real)
            );
        }

        Remember(real);
        HasReal = true;
    }

    /// <summary>Keeps what there is to know of real examples, and not the examples.</summary>
    /// <param name="real">Real examples [N, …], at least 2.</param>
    protected abstract void Remember(Tensor real);
}
