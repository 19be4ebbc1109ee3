using static TorchSharp.torch;

namespace GanDsl.Fuzzing.Regularizers;

/// <summary>A regulariser of a random declaration, or another choice of how training goes: its text and, independent of GanDsl's own code, what it means on the engine.</summary>
internal abstract record FuzzedRegularizer
{
    /// <summary>The attribute without brackets.</summary>
    public abstract string Attribute { get; }

    /// <summary>Why GanDsl refuses it; null where it does not.</summary>
    public abstract string? ContractRefusal { get; }

    /// <summary>What D's loss has added; null for nothing.</summary>
    public virtual Tensor? Penalty(Func<Tensor, Tensor> discriminator, Tensor real, Tensor fakes) => null;

    /// <summary>What the learning rate of a step, counted from 0, is multiplied by.</summary>
    public virtual double Factor(int step) => 1;

    /// <summary>The largest norm of a gradient; null where it is not clipped.</summary>
    public virtual double? LargestGradient => null;

    /// <summary>What is done to D's parameters after a step.</summary>
    public virtual void AfterStep(IEnumerable<Tensor> parameters) { }
}
