using System.Numerics;

namespace GanDsl.Tests.Training.Optimizers;

/// <summary>Algorithm 1 of Kingma and Ba 2015; decoupled, algorithm 2 of Loshchilov and Hutter 2019.</summary>
internal sealed class HandWrittenAdam<T>(
    double learningRate = 1e-3,
    double beta1 = 0.9,
    double beta2 = 0.999,
    double eps = 1e-8,
    double weightDecay = 0,
    bool amsGrad = false,
    bool isDecoupled = false
) : HandWrittenRule<T>(learningRate, weightDecay)
    where T : IFloatingPointIeee754<T>
{
    private int t;
    private T m = T.Zero;
    private T v = T.Zero;
    private T largest = T.Zero;

    public override T Step(T parameter, T gradient)
    {
        t++;
        if (isDecoupled)
        {
            parameter *= Of(1 - LearningRate * WeightDecay);
        }
        else
        {
            gradient += Of(WeightDecay) * parameter;
        }

        m = Of(beta1) * m + Of(1 - beta1) * gradient;
        v = Of(beta2) * v + Of(1 - beta2) * gradient * gradient;
        largest = T.Max(largest, v);
        var deviation = T.Sqrt(amsGrad ? largest : v) / Of(Math.Sqrt(1 - Math.Pow(beta2, t)));
        return parameter - Of(LearningRate / (1 - Math.Pow(beta1, t))) * m / (deviation + Of(eps));
    }
}
