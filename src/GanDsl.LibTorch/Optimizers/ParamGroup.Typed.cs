namespace TorchSharp.Modules;

/// <summary>Parameters that share options of a known type.</summary>
/// <typeparam name="TOptions">Type of the options.</typeparam>
public class ParamGroup<TOptions> : ParamGroup
    where TOptions : OptimizerOptions
{
    /// <summary>Creates an empty group.</summary>
    public ParamGroup() { }

    /// <summary>Creates a group.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="options">The options; null for those of the optimiser.</param>
    public ParamGroup(IEnumerable<Parameter> parameters, TOptions? options = null) =>
        (Parameters, base.Options) = (parameters, options!);

    /// <summary>The options; null until the group is added to an optimiser, where none were given.</summary>
    public new TOptions Options
    {
        get => (TOptions)base.Options;
        set => base.Options = value;
    }
}
