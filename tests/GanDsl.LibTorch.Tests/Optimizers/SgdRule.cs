using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanDsl.LibTorch.Tests.Optimizers;

/// <summary>Gradient descent.</summary>
internal sealed record SgdRule(double Momentum, double Dampening, bool Nesterov, double Decay, bool Maximize)
    : UpdateRule
{
    public override OptimizerHelper Create(IEnumerable<Parameter> parameters) =>
        optim.SGD(parameters, Rate, Momentum, Dampening, Decay, Nesterov, Maximize);

    public override double[] Textbook(double start, IReadOnlyList<double> gradients)
    {
        var (p, velocity) = (start, 0.0);
        var after = new double[gradients.Count];
        for (var t = 0; t < gradients.Count; t++)
        {
            var g = (Maximize ? -gradients[t] : gradients[t]) + (Decay * p);
            velocity = t == 0 ? g : (Momentum * velocity) + ((1 - Dampening) * g);
            p -= Rate * (Nesterov ? g + (Momentum * velocity) : velocity);
            after[t] = p;
        }

        return after;
    }

    public override T Rounded<T>(T start, IReadOnlyList<T> gradients)
    {
        var (p, velocity) = (start, T.Zero);
        var (momentum, entering) = (T.CreateChecked(Momentum), T.CreateChecked(1 - Dampening));
        var (rate, decay) = (T.CreateChecked(Rate), T.CreateChecked(Decay));
        for (var t = 0; t < gradients.Count; t++)
        {
            var g = (Maximize ? -gradients[t] : gradients[t]) + (decay * p);
            velocity = t == 0 || Momentum == 0 ? g : (momentum * velocity) + (entering * g);
            p -= rate * (Nesterov ? g + (momentum * velocity) : velocity);
        }

        return p;
    }
}
