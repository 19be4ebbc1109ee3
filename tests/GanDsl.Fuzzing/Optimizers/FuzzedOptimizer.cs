using GanDsl.Fuzzing.Declarations;
using GanDsl.Fuzzing.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Optimizers;

/// <summary>An optimiser of a random declaration: the text that a user would type, and what it means on the engine.</summary>
internal abstract record FuzzedOptimizer(double? LearningRate)
{
    /// <summary>The attribute without brackets.</summary>
    public abstract string Attribute { get; }

    /// <summary>Its numbers: they have to be finite even in one that no network learns by.</summary>
    protected abstract IEnumerable<double?> Numbers { get; }

    /// <summary>Why GanDsl refuses arguments that the engine would take; null where it does not.</summary>
    public virtual string? ContractRefusal =>
        Numbers.Any(number => number is { } given && !double.IsFinite(given)) ? Contract.NoNumber
        : LearningRate is not { } rate ? null
        : (float)rate == 0 ? Contract.NothingWouldMove
        : rate > float.MaxValue ? Contract.InfiniteStep
        : null;

    public abstract optim.Optimizer Create(IEnumerable<Parameter> parameters);
}
