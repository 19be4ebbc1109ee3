using System.Numerics;

namespace GanDsl.Tests.Training.Optimizers;

/// <summary>Gradient descent with PyTorch's momentum, which takes up the first gradient whole.</summary>
internal sealed class HandWrittenSgd<T>(
    double learningRate,
    double momentum = 0,
    double dampening = 0,
    double weightDecay = 0,
    bool nesterov = false
) : HandWrittenRule<T>(learningRate, weightDecay)
    where T : struct, IFloatingPointIeee754<T>
{
    private T? buffer;

    public override T Step(T parameter, T gradient)
    {
        gradient += Of(WeightDecay) * parameter;
        if (momentum == 0)
        {
            return parameter - Of(LearningRate) * gradient;
        }

        var kept = buffer is { } last ? Of(momentum) * last + Of(1 - dampening) * gradient : gradient;
        buffer = kept;
        return parameter - Of(LearningRate) * (nesterov ? gradient + Of(momentum) * kept : kept);
    }
}
