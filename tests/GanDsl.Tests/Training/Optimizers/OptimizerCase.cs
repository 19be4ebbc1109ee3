using System.Numerics;
using GanDsl.Training;
using TorchSharp.Modules;

namespace GanDsl.Tests.Training.Optimizers;

/// <summary>An optimiser with some of its options and the same by hand.</summary>
internal sealed record OptimizerCase<T>(Func<IEnumerable<Parameter>, Optimizer> Create, Func<HandWrittenRule<T>> ByHand)
    where T : struct, IFloatingPointIeee754<T>
{
    /// <summary>Every rule with its defaults and with each option that changes what it computes.</summary>
    public static IReadOnlyDictionary<string, OptimizerCase<T>> All { get; } =
        new Dictionary<string, OptimizerCase<T>>
        {
            ["Adam"] = new(p => new AdamOptimizer(p), () => new HandWrittenAdam<T>(1e-3)),
            ["Adam of GANs"] = new(
                p => new AdamOptimizer(p, 2e-4, beta1: 0.5),
                () => new HandWrittenAdam<T>(2e-4, beta1: 0.5)
            ),
            ["Adam without memory"] = new(
                p => new AdamOptimizer(p, 1e-3, beta1: 0, beta2: 0.9),
                () => new HandWrittenAdam<T>(1e-3, beta1: 0, beta2: 0.9)
            ),
            ["Adam with eps and decay"] = new(
                p => new AdamOptimizer(p, 1e-3, eps: 1e-3, weightDecay: 0.1),
                () => new HandWrittenAdam<T>(1e-3, eps: 1e-3, weightDecay: 0.1)
            ),
            ["AMSGrad"] = new(
                p => new AdamOptimizer(p, 1e-3, beta2: 0.9, weightDecay: 0.1, amsGrad: true),
                () => new HandWrittenAdam<T>(1e-3, beta2: 0.9, weightDecay: 0.1, amsGrad: true)
            ),
            ["AdamW"] = new(
                p => new AdamWOptimizer(p),
                () => new HandWrittenAdam<T>(1e-3, weightDecay: 0.01, isDecoupled: true)
            ),
            ["AdamW with all options"] = new(
                p => new AdamWOptimizer(p, 2e-3, 0.5, 0.9, 1e-4, weightDecay: 0.3, amsGrad: true),
                () => new HandWrittenAdam<T>(2e-3, 0.5, 0.9, 1e-4, weightDecay: 0.3, amsGrad: true, isDecoupled: true)
            ),
            ["SGD"] = new(p => new SgdOptimizer(p, 0.01), () => new HandWrittenSgd<T>(0.01)),
            ["SGD with decay"] = new(
                p => new SgdOptimizer(p, 0.01, weightDecay: 0.1),
                () => new HandWrittenSgd<T>(0.01, weightDecay: 0.1)
            ),
            ["SGD with momentum"] = new(
                p => new SgdOptimizer(p, 0.01, momentum: 0.9),
                () => new HandWrittenSgd<T>(0.01, momentum: 0.9)
            ),
            ["SGD with dampening"] = new(
                p => new SgdOptimizer(p, 0.01, momentum: 0.5, dampening: 0.3, weightDecay: 0.1),
                () => new HandWrittenSgd<T>(0.01, momentum: 0.5, dampening: 0.3, weightDecay: 0.1)
            ),
            ["SGD with dampening alone"] = new(
                p => new SgdOptimizer(p, 0.01, dampening: 0.3),
                () => new HandWrittenSgd<T>(0.01, dampening: 0.3)
            ),
            ["Nesterov"] = new(
                p => new SgdOptimizer(p, 0.01, momentum: 0.5, weightDecay: 0.1, nesterov: true),
                () => new HandWrittenSgd<T>(0.01, momentum: 0.5, weightDecay: 0.1, nesterov: true)
            ),
            ["RMSProp"] = new(p => new RmsPropOptimizer(p, 1e-3), () => new HandWrittenRmsProp<T>(1e-3)),
            ["RMSProp by its defaults"] = new(p => new RmsPropOptimizer(p), () => new HandWrittenRmsProp<T>(1e-2)),
            ["RMSProp with momentum and decay"] = new(
                p => new RmsPropOptimizer(p, 1e-3, alpha: 0.9, eps: 1e-3, weightDecay: 0.1, momentum: 0.5),
                () => new HandWrittenRmsProp<T>(1e-3, alpha: 0.9, eps: 1e-3, weightDecay: 0.1, momentum: 0.5)
            ),
            ["RMSProp, centred"] = new(
                p => new RmsPropOptimizer(p, 1e-3, centered: true),
                () => new HandWrittenRmsProp<T>(1e-3, centered: true)
            ),
            ["RMSProp, centred with momentum"] = new(
                p => new RmsPropOptimizer(p, 1e-3, alpha: 0.9, momentum: 0.5, centered: true),
                () => new HandWrittenRmsProp<T>(1e-3, alpha: 0.9, momentum: 0.5, centered: true)
            ),
        };
}
