using TorchSharp.Serialization;

namespace TorchSharp.Modules;

/// <summary>What an optimiser remembers of one parameter.</summary>
public abstract class OptimizerState
{
    /// <summary>The parameter.</summary>
    protected Parameter _parameter;

    /// <summary>Creates the state of a parameter; <see cref="Initialize"/> gives it its first values.</summary>
    /// <param name="parameter">The parameter.</param>
    protected OptimizerState(Parameter parameter) => _parameter = parameter;

    internal Parameter Parameter => _parameter;

    /// <summary>Writes the state.</summary>
    /// <param name="writer">Where to.</param>
    public abstract void SaveStateDict(BinaryWriter writer);

    /// <summary>Reads a state that <see cref="SaveStateDict"/> wrote.</summary>
    /// <param name="reader">Where from.</param>
    public abstract void LoadStateDict(BinaryReader reader);

    /// <summary>Copies the state of another parameter.</summary>
    /// <param name="source">A state of the same type.</param>
    /// <exception cref="ArgumentException">The state is that of another optimiser.</exception>
    public abstract void LoadStateDict(OptimizerState source);

    /// <summary>Sets the state back to its first values.</summary>
    /// <param name="options">The options of the parameter's group.</param>
    public abstract void Initialize(OptimizerOptions options);

    /// <summary>Whether another state has nearly the same values.</summary>
    /// <param name="other">The other state.</param>
    public virtual bool ApproximatelyEquals(OptimizerState other) => false;

    /// <summary>Moves the state to a device.</summary>
    /// <param name="device">The device.</param>
    public virtual void to(torch.Device device) { }

    private protected T Same<T>(OptimizerState source)
        where T : OptimizerState =>
        source as T
        ?? throw new ArgumentException(
            $"The state is {source.GetType().FullName}, but this optimiser needs {typeof(T).FullName}: load the state of the same kind of optimiser.",
            nameof(source)
        );

    private protected torch.Tensor Zeros() => torch.zeros_like(_parameter).DetachFromDisposeScope();

    /// <summary>Puts a tensor in a slot and disposes the one that was there.</summary>
    private protected static void Set(ref torch.Tensor slot, torch.Tensor? value)
    {
        if (!ReferenceEquals(slot, value))
        {
            slot?.Dispose();
            slot = value?.DetachFromDisposeScope()!;
        }
    }

    private protected void SetCopy(ref torch.Tensor slot, torch.Tensor? source) =>
        Set(ref slot, source?.to(_parameter.device, copy: true));

    private protected static void Move(ref torch.Tensor slot, torch.Tensor? moved) => Set(ref slot, moved);

    private protected static bool AreClose(torch.Tensor? one, torch.Tensor? other) =>
        one is null || other is null ? one is null && other is null : one.allclose(other);

    private protected static void SaveOptional(BinaryWriter writer, torch.Tensor? tensor)
    {
        writer.Write(tensor is not null);
        tensor?.Save(writer);
    }

    private protected void LoadOptional(BinaryReader reader, ref torch.Tensor slot) =>
        Set(ref slot, reader.ReadBoolean() ? Loaded(reader) : null);

    private protected void LoadRequired(BinaryReader reader, ref torch.Tensor slot) => Set(ref slot, Loaded(reader));

    private torch.Tensor Loaded(BinaryReader reader)
    {
        var loaded = TensorFormat.Read(reader);
        if (!loaded.shape.SequenceEqual(_parameter.shape))
        {
            var found = string.Join(", ", loaded.shape);
            loaded.Dispose();
            throw new ArgumentException(
                $"The saved state has shape [{found}], but the parameter has [{string.Join(", ", _parameter.shape)}]: "
                    + "load the state of an optimiser of the same model."
            );
        }

        return loaded.to(_parameter.device, disposeAfter: true);
    }
}
