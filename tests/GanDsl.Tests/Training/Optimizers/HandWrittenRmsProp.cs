using System.Numerics;

namespace GanDsl.Tests.Training.Optimizers;

/// <summary>RMSProp as PyTorch documents it.</summary>
internal sealed class HandWrittenRmsProp<T>(
    double learningRate = 1e-2,
    double alpha = 0.99,
    double eps = 1e-8,
    double weightDecay = 0,
    double momentum = 0,
    bool centered = false
) : HandWrittenRule<T>(learningRate, weightDecay)
    where T : IFloatingPointIeee754<T>
{
    private T square = T.Zero;
    private T mean = T.Zero;
    private T buffer = T.Zero;

    public override T Step(T parameter, T gradient)
    {
        gradient += Of(WeightDecay) * parameter;
        square = Of(alpha) * square + Of(1 - alpha) * gradient * gradient;
        mean += Of(1 - alpha) * (gradient - mean);
        var variance = centered ? square - mean * mean : square;
        buffer = Of(momentum) * buffer + gradient / (T.Sqrt(variance) + Of(eps));
        return parameter - Of(LearningRate) * buffer;
    }
}
