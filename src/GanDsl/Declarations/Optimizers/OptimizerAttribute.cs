using System.Globalization;

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

    /// <summary>The name that the user types, such as <c>Adam</c>.</summary>
    internal string Kind => AttributeKind.Of(this);

    /// <summary>The class of the library that it stands for.</summary>
    internal string RuntimeType => Kind + "Optimizer";

    /// <summary>What works, but is hardly meant.</summary>
    internal IEnumerable<LayerProblem> Remarks()
    {
        if (LearningRate > 1)
        {
            // 2e4 for 2e-4: the sign of the exponent was forgotten.
            var exponent = Math.Floor(Math.Log10(LearningRate));
            var meant = double.Parse(
                (LearningRate * Math.Pow(10, -2 * exponent)).ToString("G15", CultureInfo.InvariantCulture),
                CultureInfo.InvariantCulture
            );
            yield return LayerProblem.UnusualArgument(
                "learningRate",
                LearningRate,
                "at most 1",
                "each step would move the parameters by more than they are large",
                meant < 1
                    ? [Mend.Set(Kind, ArgumentChange.Parameter("learningRate", 0, CodeText.Of(meant)))]
                    : Array.Empty<Mend>()
            );
        }
    }

    internal virtual IEnumerable<LayerProblem> ArgumentProblems() =>
        ArgumentCheck.Positive("learningRate", LearningRate);

    /// <summary>The expression that creates the optimiser.</summary>
    /// <param name="parameters">The expression for the parameters it updates.</param>
    /// <param name="learningRate">The expression for the step size.</param>
    internal string Construction(string parameters, string learningRate) =>
        AddOptions(new CallText($"new {RuntimeType}").Add(parameters).Add(learningRate)).ToString();

    /// <summary>The optimiser in words, such as "Adam with beta1: 0.5", without its learning rate.</summary>
    internal string Description =>
        AddOptions(new CallText(Kind)).Arguments is { Length: > 0 } options ? $"{Kind} with {options}" : Kind;

    /// <summary>Adds the options that are not at their default.</summary>
    private protected abstract CallText AddOptions(CallText construction);
}
