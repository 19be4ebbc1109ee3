using GanDsl.Modules;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanDsl.Training;

/// <summary>
/// Parameters of one type on one device, and what an update rule keeps for each: what one call of the script moves.
/// </summary>
/// <remarks>
/// The fused kernels walk through the memory of parameter, gradient and state side by side, whatever their shapes and strides. So
/// all are checked before a call, and what lies in another order than the state is copied into its order first.
/// </remarks>
internal sealed class ParameterGroup : IDisposable
{
    private readonly Parameter[] parameters;
    private readonly ScalarType type;
    private readonly DeviceType deviceType;
    private readonly int deviceIndex;
    private readonly long[][] shapes;
    private readonly long[][] strides;
    private readonly bool[] isContiguous;

    /// <summary>Of tensors like the parameters: themselves, their gradients, and what is kept.</summary>
    private readonly int lists;

    /// <param name="parameters">Parameters of one type on one device.</param>
    /// <param name="indices">The place of each among the parameters of the optimiser.</param>
    /// <param name="state">The names of what is kept for each; null for a list that stays empty.</param>
    public ParameterGroup(Parameter[] parameters, int[] indices, IReadOnlyList<string?> state)
    {
        this.parameters = parameters;
        Indices = indices;
        type = parameters[0].dtype;
        deviceType = parameters[0].device_type;
        deviceIndex = parameters[0].device_index;
        shapes = [.. parameters.Select(parameter => parameter.shape)];
        lists = 2 + state.Count(name => name is not (null or StepCount));

        using var scope = NewDisposeScope();
        using var noGradients = no_grad();
        Tensor[] layouts = [.. parameters.Select(parameter => zeros_like(parameter))];
        strides = [.. layouts.Select(layout => layout.stride())];
        isContiguous = [.. layouts.Select(layout => layout.is_contiguous())];
        State = [.. state.Select(name => name is null ? [] : layouts.Select(layout => Zeros(name, layout)).ToArray())];
    }

    /// <summary>The name of the number of steps, a scalar; any other state has the shape of its parameter.</summary>
    public const string StepCount = "step";

    /// <summary>The place of each parameter among the parameters of the optimiser.</summary>
    public IReadOnlyList<int> Indices { get; }

    /// <summary>For each name of the state a tensor for each parameter.</summary>
    public Tensor[][] State { get; }

    /// <summary>
    /// The learning rate as the script takes it: a number for the processor; for another device a tensor there, so that a
    /// recorded step follows when it changes.
    /// </summary>
    public object LearningRate { get; private set; } = 0.0.ToScalar();

    public void SetLearningRate(double value)
    {
        if (deviceType == DeviceType.CPU)
        {
            // The last one may be in use by a step on another thread, so it is left to the garbage collector.
            LearningRate = value.ToScalar();
        }
        else if (LearningRate is Tensor onDevice)
        {
            using var noGradients = no_grad();
            onDevice.Fill_(value);
        }
        else
        {
            LearningRate = zeros([], float32, parameters[0].device).Fill_(value).DetachFromDisposeScope();
        }
    }

    /// <summary>Whether a parameter requires a gradient; what is gone is complained of by the step.</summary>
    public bool CanMove => parameters.Any(parameter => parameter.IsInvalid || parameter.requires_grad);

    public void DropGradients()
    {
        for (var i = 0; i < parameters.Length; i++)
        {
            RequireAlive(i);
            parameters[i].grad = null;
        }
    }

    /// <summary>Calls the script once with the parameters that have a gradient; not at all where none has.</summary>
    public void Step(string function, object[] hyperparameters)
    {
        using var scope = NewDisposeScope();
        var gradients = new Tensor?[parameters.Length];
        for (var i = 0; i < parameters.Length; i++)
        {
            gradients[i] = GradientOf(i);
        }

        int[] moving = [.. Enumerable.Range(0, parameters.Length).Where(i => gradients[i] is not null)];
        if (moving.Length == 0)
        {
            return;
        }

        using var noGradients = no_grad();
        Tensor[] moved = [.. moving.Select(i => InOrder(parameters[i], i))];
        Tensor[] slopes = [.. moving.Select(i => InOrder(gradients[i]!, i))];
        using var piece = PieceOf(moved).ToScalar();
        OptimizerScript.Invoke(
            function,
            LearningRate,
            [piece, moved, slopes, .. State.Select(tensors => Of(tensors, moving)), .. hyperparameters]
        );

        for (var k = 0; k < moving.Length; k++)
        {
            if (!ReferenceEquals(moved[k], parameters[moving[k]]))
            {
                parameters[moving[k]].copy_(moved[k]);
            }
        }
    }

    public void Dispose()
    {
        foreach (var tensor in State.SelectMany(tensors => tensors))
        {
            tensor.Dispose();
        }

        ((IDisposable)LearningRate).Dispose();
    }

    private static Tensor Zeros(string name, Tensor layout) =>
        (name == StepCount ? zeros([], float32, layout.device) : zeros_like(layout)).DetachFromDisposeScope();

    /// <summary>In an ordinary step nothing is cut: its pieces would cost the processor more time than they save the device.</summary>
    internal long PieceOf(Tensor[] moved) =>
        RecordedStep.IsUnderWay ? PieceSize.Of([.. moved.Select(tensor => tensor.numel())], lists) : 0;

    private Tensor[] Of(Tensor[] tensors, int[] moving) =>
        moving.Length == parameters.Length || tensors.Length == 0 ? tensors : [.. moving.Select(i => tensors[i])];

    /// <summary>The tensor itself where it lies in memory as the state does, else a copy that does.</summary>
    private Tensor InOrder(Tensor tensor, int i) =>
        (isContiguous[i] && tensor.is_contiguous()) || tensor.stride().SequenceEqual(strides[i])
            ? tensor
            : empty_strided(shapes[i], strides[i], type, tensor.device).copy_(tensor);

    /// <summary>The gradient of a parameter, if there is one and it has an element, after all that a kernel takes for granted.</summary>
    private Tensor? GradientOf(int i)
    {
        RequireAlive(i);
        var parameter = parameters[i];
        if (parameter.grad is not { } gradient)
        {
            return null;
        }

        if (!IsAsAtFirst(parameter, i))
        {
            throw new InvalidOperationException(
                $"{Name(i)} is now {Description(parameter)}; create the optimiser after the network has been moved or changed."
            );
        }

        if (gradient.is_sparse || !IsAsAtFirst(gradient, i))
        {
            throw new InvalidOperationException(
                $"{Name(i)} has a gradient that is {(gradient.is_sparse ? "sparse" : Description(gradient))}; "
                    + "it has to be dense and like its parameter."
            );
        }

        return gradient.numel() == 0 ? null : gradient;
    }

    private void RequireAlive(int i)
    {
        if (parameters[i].IsInvalid)
        {
            throw new InvalidOperationException(
                $"{Name(i)} is gone: its network was disposed, or moved to another device or type after the optimiser was created. "
                    + "Move the network first, then create its optimiser."
            );
        }
    }

    private bool IsAsAtFirst(Tensor tensor, int i) =>
        tensor.dtype == type
        && tensor.device_type == deviceType
        && tensor.device_index == deviceIndex
        && HasShape(tensor, shapes[i]);

    private static bool HasShape(Tensor tensor, long[] shape)
    {
        if (tensor.dim() != shape.Length)
        {
            return false;
        }

        for (var dimension = 0; dimension < shape.Length; dimension++)
        {
            if (tensor.size(dimension) != shape[dimension])
            {
                return false;
            }
        }

        return true;
    }

    private string Name(int i) => $"Parameter {Indices[i]}, {type} {ShapeText.Of(shapes[i])} on {DeviceText},";

    private string DeviceText => new Device(deviceType, deviceIndex).ToString();

    private static string Description(Tensor tensor) =>
        $"{tensor.dtype} {ShapeText.Of(tensor.shape)} on {tensor.device}";
}
