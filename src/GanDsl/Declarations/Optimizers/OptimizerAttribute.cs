namespace GanDsl;

/// <summary>
/// An optimiser. On the GAN it holds for both networks, on a network for that one; each network has its own state either way.
/// Where none is declared it is <c>[Adam(2e-4, Beta1 = 0.5)]</c>, as for DCGAN (Radford et al. 2016).
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public abstract class OptimizerAttribute : Attribute
{
    private protected OptimizerAttribute(double learningRate) => LearningRate = learningRate;

    /// <summary>The step size; the default of the generated option.</summary>
    public double LearningRate { get; }

    /// <summary>The class of the library that it stands for.</summary>
    internal abstract string RuntimeType { get; }

    internal virtual IEnumerable<LayerProblem> ArgumentProblems() =>
        ArgumentCheck.Positive("learningRate", LearningRate);

    /// <summary>The expression that creates the optimiser.</summary>
    /// <param name="parameters">The expression for the parameters it updates.</param>
    /// <param name="learningRate">The expression for the step size.</param>
    internal abstract string Construction(string parameters, string learningRate);

    /// <summary>The start of <see cref="Construction"/>, for the options to be added.</summary>
    private protected CallText Construct(string parameters, string learningRate) =>
        new CallText($"new {RuntimeType}").Add(parameters).Add(learningRate);
}
