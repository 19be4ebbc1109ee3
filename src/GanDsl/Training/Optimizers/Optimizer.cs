using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanDsl.Training;

/// <summary>
/// Moves parameters down their gradients, all in one call a step. The numbers are those of PyTorch's optimiser of the same name.
/// </summary>
/// <remarks>
/// The parameters still belong to their network. Their type and device stay as they are when the optimiser is created: move the
/// network first. One thread at a time may use an optimiser.
/// </remarks>
public abstract class Optimizer : IDisposable
{
    private const string LearningRateName = "learning_rate";

    private static readonly StateCheck Check = new("optimiser");

    private readonly string function;
    private readonly IReadOnlyList<string?> stateNames;
    private readonly object[] hyperparameters;
    private readonly ParameterGroup[] groups;
    private double learningRate;
    private bool isDisposed;

    /// <param name="function">The function of the script.</param>
    /// <param name="parameters">What moves.</param>
    /// <param name="learningRate">The step size.</param>
    /// <param name="stateNames">What the function keeps for each parameter, in its order; null for what this one does not keep.</param>
    /// <param name="hyperparameters">The function's last arguments.</param>
    private protected Optimizer(
        string function,
        IEnumerable<Parameter> parameters,
        double learningRate,
        IReadOnlyList<string?> stateNames,
        object[] hyperparameters
    )
    {
        this.function = function;
        this.stateNames = stateNames;
        this.hyperparameters = hyperparameters;
        Hyperparameter.RequireLearningRate(learningRate, nameof(learningRate));
        groups =
        [
            .. Required(parameters)
                .Select((parameter, index) => (Parameter: parameter, Index: index))
                .GroupBy(each => (each.Parameter.dtype, each.Parameter.device_type, each.Parameter.device_index))
                .Select(group => new ParameterGroup(
                    [.. group.Select(each => each.Parameter)],
                    [.. group.Select(each => each.Index)],
                    stateNames
                )),
        ];
        LearningRate = learningRate;
    }

    /// <summary>The step size, at least 0 and at most 1,000,000. It may change between steps.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside that range.</exception>
    public double LearningRate
    {
        get => learningRate;
        set
        {
            ObjectDisposedException.ThrowIf(isDisposed, this);
            Hyperparameter.RequireLearningRate(value, nameof(LearningRate));
            learningRate = value;
            foreach (var group in groups)
            {
                group.SetLearningRate(value);
            }
        }
    }

    /// <summary>Drops the gradient of every parameter, so that the next backward pass starts from nothing.</summary>
    public void ZeroGrad()
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        foreach (var group in groups)
        {
            group.DropGradients();
        }
    }

    /// <summary>Refuses to go on where every parameter is frozen.</summary>
    /// <param name="network">Whose parameters they are, for the message.</param>
    /// <exception cref="InvalidOperationException">No parameter requires a gradient.</exception>
    internal void RequireMovable(string network)
    {
        if (!groups.Any(group => group.CanMove))
        {
            throw new InvalidOperationException(
                $"Every parameter of the {network} is frozen, so it cannot learn; set requires_grad to true for those that are to move."
            );
        }
    }

    /// <summary>Moves every parameter that has a gradient; the others stay, and so does their state.</summary>
    /// <exception cref="InvalidOperationException">
    /// A parameter is gone or has another shape, type or device than when the optimiser was created, or a gradient is not like its parameter.
    /// </exception>
    public void Step()
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        foreach (var group in groups)
        {
            group.Step(function, hyperparameters);
        }
    }

    /// <summary>
    /// A copy of all that the next step depends on besides parameters and gradients: the learning rate as "learning_rate", and for each
    /// parameter, counted from 0, its state under PyTorch's names, as in "0.exp_avg". The tensors belong to the caller.
    /// </summary>
    public IReadOnlyDictionary<string, Tensor> State()
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        using var noGradients = no_grad();
        var copies = new Dictionary<string, Tensor>(StringComparer.Ordinal)
        {
            [LearningRateName] = tensor(learningRate, float64),
        };
        foreach (var (name, kept) in Kept())
        {
            // Contiguous, whatever the layout of the parameter: not every format can hold another.
            copies[name] = empty(kept.shape, kept.dtype, kept.device).copy_(kept);
        }

        return copies;
    }

    /// <summary>Goes on from a state that <see cref="State"/> gave, with the same bits. Nothing changes where it is refused.</summary>
    /// <param name="state">It is copied, from any device.</param>
    /// <exception cref="GanException">The state is not that of such an optimiser for such parameters.</exception>
    public void LoadState(IReadOnlyDictionary<string, Tensor> state)
    {
        CheckState(state);
        using var noGradients = no_grad();
        LearningRate = Check.Float64(state, LearningRateName);
        foreach (var (name, tensor) in Kept())
        {
            tensor.copy_(state[name]);
        }
    }

    /// <summary>Refuses what <see cref="LoadState"/> would refuse.</summary>
    internal void CheckState(IReadOnlyDictionary<string, Tensor> state)
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        var kept = Kept().ToDictionary(each => each.Name, each => each.Tensor, StringComparer.Ordinal);
        var rate = Check.Float64(state, LearningRateName);
        Check.Require(
            rate is >= 0 and <= Hyperparameter.GreatestLearningRate,
            LearningRateName,
            rate,
            Hyperparameter.LearningRateRange
        );
        Check.Names(state, [.. kept.Keys, LearningRateName]);
        foreach (var (name, tensor) in kept)
        {
            Check.Like(tensor, state[name], name);
        }
    }

    /// <summary>Frees the state; the parameters still belong to their network.</summary>
    public void Dispose()
    {
        if (isDisposed)
        {
            return;
        }

        isDisposed = true;
        foreach (var held in groups.Concat(hyperparameters.OfType<IDisposable>()))
        {
            held.Dispose();
        }
    }

    /// <summary>All state with its name, in the order of the parameters.</summary>
    internal IEnumerable<(string Name, Tensor Tensor)> Kept() =>
        from @group in groups
        from k in Enumerable.Range(0, stateNames.Count)
        from i in Enumerable.Range(0, @group.State[k].Length)
        select ($"{@group.Indices[i]}.{stateNames[k]}", @group.State[k][i]);

    private static IEnumerable<Parameter> Required(IEnumerable<Parameter> parameters)
    {
        Parameter[] distinct = [.. parameters.Distinct<Parameter>(ReferenceEqualityComparer.Instance)];
        if (distinct.Length == 0)
        {
            throw new ArgumentException(
                "There is no parameter: an optimiser needs at least one to move.",
                nameof(parameters)
            );
        }

        for (var i = 0; i < distinct.Length; i++)
        {
            if (distinct[i].IsInvalid)
            {
                throw new ArgumentException($"Parameter {i} has been disposed.", nameof(parameters));
            }

            if (
                distinct[i].dtype
                is not (ScalarType.Float32 or ScalarType.Float64 or ScalarType.BFloat16 or ScalarType.Float16)
            )
            {
                throw new ArgumentException(
                    $"Parameter {i} is {distinct[i].dtype}, but only floating-point parameters can move.",
                    nameof(parameters)
                );
            }
        }

        return distinct;
    }
}
