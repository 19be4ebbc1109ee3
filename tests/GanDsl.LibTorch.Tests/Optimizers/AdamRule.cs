using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanDsl.LibTorch.Tests.Optimizers;

/// <summary>Adam, or AdamW where the weight decay is decoupled.</summary>
internal sealed record AdamRule(bool IsDecoupled, double Decay, bool Amsgrad, bool Maximize) : UpdateRule
{
    private const double Beta1 = 0.8;
    private const double Beta2 = 0.95;

    // Large, so that a gradient near zero does not make a large step of its rounding.
    private const double Eps = 1e-2;

    public override OptimizerHelper Create(IEnumerable<Parameter> parameters) =>
        IsDecoupled
            ? optim.AdamW(parameters, Rate, Beta1, Beta2, Eps, Decay, Amsgrad, Maximize)
            : optim.Adam(parameters, Rate, Beta1, Beta2, Eps, Decay, Amsgrad, Maximize);

    public override double[] Textbook(double start, IReadOnlyList<double> gradients)
    {
        var (p, mean, square, largest) = (start, 0.0, 0.0, 0.0);
        var after = new double[gradients.Count];
        for (var t = 1; t <= gradients.Count; t++)
        {
            var g = Maximize ? -gradients[t - 1] : gradients[t - 1];
            if (IsDecoupled)
            {
                p -= Rate * Decay * p;
            }
            else
            {
                g += Decay * p;
            }

            mean = (Beta1 * mean) + ((1 - Beta1) * g);
            square = (Beta2 * square) + ((1 - Beta2) * g * g);
            largest = Math.Max(largest, square);
            var second = Amsgrad ? largest : square;
            p -= Rate * (mean / (1 - Math.Pow(Beta1, t))) / (Math.Sqrt(second / (1 - Math.Pow(Beta2, t))) + Eps);
            after[t - 1] = p;
        }

        return after;
    }

    public override T Rounded<T>(T start, IReadOnlyList<T> gradients)
    {
        var (p, mean, square, largest) = (start, T.Zero, T.Zero, T.Zero);
        var (entering, enteringSquare) = (T.CreateChecked(1 - Beta1), T.CreateChecked(1 - Beta2));
        var keptSquare = T.CreateChecked(Beta2);
        var added = T.CreateChecked(IsDecoupled ? 0 : Decay);
        var kept = T.CreateChecked(1 - (IsDecoupled ? Rate * Decay : 0));
        for (var t = 1; t <= gradients.Count; t++)
        {
            var correction = Math.Sqrt(1 - Math.Pow(Beta2, t));
            var (step, eps) = (
                T.CreateChecked(Rate * correction / (1 - Math.Pow(Beta1, t))),
                T.CreateChecked(Eps * correction)
            );
            p *= kept;
            var g = (Maximize ? -gradients[t - 1] : gradients[t - 1]) + (added * p);
            mean += entering * (g - mean);
            square = (keptSquare * square) + (enteringSquare * g * g);
            largest = T.Max(largest, square);
            p -= step * mean / (T.Sqrt(Amsgrad ? largest : square) + eps);
        }

        return p;
    }
}
