using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What all optimisers share: groups of parameters, each parameter with its state.</summary>
public abstract partial class OptimizerHelper : optim.Optimizer
{
    private readonly List<ParamGroup> _groups = [];
    private readonly Dictionary<Parameter, OptimizerState> _states = new(ReferenceEqualityComparer.Instance);
    private readonly OptimizerOptions _defaults;

    private protected OptimizerHelper(OptimizerOptions defaults, IEnumerable<ParamGroup> groups)
    {
        _defaults = defaults;
        defaults.InitialLearningRate = defaults.LearningRate!.Value;
        foreach (var group in groups)
        {
            add_param_group(group);
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<optim.ILearningRateController> ParamGroups => _groups;

    /// <inheritdoc/>
    public override IEnumerable<Parameter> parameters() => _groups.SelectMany(group => group.Parameters);

    /// <inheritdoc/>
    public override void zero_grad()
    {
        using var noGradients = no_grad();
        foreach (var parameter in parameters())
        {
            using var grad = parameter.grad;
            _ = grad?.zero_();
        }
    }

    /// <inheritdoc/>
    public override Tensor step(Func<Tensor>? closure = null)
    {
        Tensor? loss = null;
        if (closure is not null)
        {
            using var gradients = enable_grad();
            loss = closure();
        }

        using var noGradients = no_grad();
        using var scope = NewDisposeScope();
        foreach (var group in _groups)
        {
            Update(group.Options, [.. group.Parameters.Select(parameter => _states[parameter])]);
        }

        return loss!;
    }

    /// <inheritdoc/>
    public override void add_param_group(ParamGroup param_group)
    {
        var parameters = param_group
            .Parameters.Distinct(ReferenceEqualityComparer.Instance)
            .Cast<Parameter>()
            .ToArray();
        if (parameters.FirstOrDefault(_states.ContainsKey) is { } known)
        {
            throw new ArgumentException(
                $"A parameter of shape [{string.Join(", ", known.shape)}] is already in another group of this optimiser: "
                    + "a parameter belongs to one group.",
                nameof(param_group)
            );
        }

        param_group.Options ??= CreateOptions();
        param_group.Options.Complete(_defaults);
        param_group.Options.InitialLearningRate = param_group.LearningRate;

        // Kept as an array: what comes in is often a query over the whole module, too slow to repeat every step.
        param_group.Parameters = parameters;
        _groups.Add(param_group);
        foreach (var parameter in parameters)
        {
            var state = CreateState(parameter);
            state.Initialize(param_group.Options);
            _states.Add(parameter, state);
        }
    }

    /// <summary>Moves the state of all parameters to a device, after the parameters were moved.</summary>
    /// <param name="device">The device.</param>
    public void to(Device device)
    {
        foreach (var state in _states.Values)
        {
            state.to(device);
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        foreach (var state in _states.Values)
        {
            (state as IDisposable)?.Dispose();
        }

        _states.Clear();
        _groups.Clear();
    }

    /// <summary>The options that groups without options of their own start from.</summary>
    private protected OptimizerOptions Defaults => _defaults;

    private protected abstract OptimizerOptions CreateOptions();

    private protected abstract OptimizerState CreateState(Parameter parameter);

    /// <summary>Changes the parameters that have a gradient. Gradients are off, and what it creates is disposed after the step.</summary>
    /// <param name="options">The options of a group.</param>
    /// <param name="states">The state of each of its parameters.</param>
    private protected abstract void Update(OptimizerOptions options, OptimizerState[] states);
}
