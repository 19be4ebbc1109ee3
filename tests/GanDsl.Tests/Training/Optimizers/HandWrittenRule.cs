using System.Numerics;

namespace GanDsl.Tests.Training.Optimizers;

/// <summary>
/// An update rule for one number in plain arithmetic of its type, as PyTorch documents it. What does not depend on the number is
/// computed in double first, as PyTorch does.
/// </summary>
internal abstract class HandWrittenRule<T>(double learningRate, double weightDecay)
    where T : IFloatingPointIeee754<T>
{
    protected double LearningRate => learningRate;

    protected double WeightDecay => weightDecay;

    /// <summary>The number after a step.</summary>
    public abstract T Step(T parameter, T gradient);

    protected static T Of(double value) => T.CreateChecked(value);
}
