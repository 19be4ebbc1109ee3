using System.Numerics;
using TorchSharp.Modules;

namespace GanDsl.LibTorch.Tests.Optimizers;

/// <summary>An update rule with its options: as an optimiser, and as loops over single numbers.</summary>
internal abstract record UpdateRule
{
    /// <summary>The learning rate.</summary>
    protected const double Rate = 0.05;

    public static IEnumerable<UpdateRule> All =>
        [
            .. from isDecoupled in Both
            from decay in new[] { 0, 0.1 }
            from amsgrad in Both
            from maximize in Both
            select new AdamRule(isDecoupled, decay, amsgrad, maximize),
            .. from decay in new[] { 0, 0.1 }
            from maximize in Both
            from momentum in new[] { (0, 0, false), (0.9, 0, false), (0.9, 0.3, false), (0.9, 0, true) }
            select new SgdRule(momentum.Item1, momentum.Item2, momentum.Item3, decay, maximize),
        ];

    private static bool[] Both => [false, true];

    public abstract OptimizerHelper Create(IEnumerable<Parameter> parameters);

    /// <summary>One number after each of some steps, by the formulas as they are printed.</summary>
    public abstract double[] Textbook(double start, IReadOnlyList<double> gradients);

    /// <summary>The same in the native code's order of operations, each of them rounded to <typeparamref name="T"/>.</summary>
    public abstract T Rounded<T>(T start, IReadOnlyList<T> gradients)
        where T : struct, IFloatingPointIeee754<T>;
}
