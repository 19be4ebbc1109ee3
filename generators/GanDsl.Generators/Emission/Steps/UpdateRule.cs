using GanDsl.Generators.Models;

namespace GanDsl.Generators.Emission;

/// <summary>How an update rule becomes code.</summary>
internal abstract class UpdateRule
{
    private static readonly IReadOnlyList<UpdateRule> Catalog =
    [
        new AlternatingRule(),
        new AlternatingSharedFakesRule(),
        new SimultaneousRule(),
    ];

    /// <summary>The rule that this is.</summary>
    public abstract GanUpdate Update { get; }

    /// <summary>What one step does, as a sentence for its documentation.</summary>
    public abstract string Summary { get; }

    /// <summary>What rows the argument <c>real</c> holds.</summary>
    public abstract string RealRows { get; }

    /// <summary>The expression for k of each training step.</summary>
    public abstract string DiscriminatorSchedule(GanModel model);

    /// <summary>The private members that do the step.</summary>
    public abstract string Members(GanModel model);

    public static UpdateRule Of(GanUpdate update) => Catalog.Single(rule => rule.Update == update);
}
