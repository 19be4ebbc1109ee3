namespace TorchSharp.Modules;

/// <summary>The options of a group of parameters. One that is null takes the optimiser's.</summary>
public class OptimizerOptions
{
    /// <summary>The learning rate of the next step.</summary>
    public double? LearningRate { get; set; }

    /// <summary>The learning rate at the start, from which schedules compute.</summary>
    public double InitialLearningRate { get; set; }

    /// <summary>Writes the options.</summary>
    /// <param name="writer">Where to.</param>
    public virtual void SaveStateDict(BinaryWriter writer)
    {
        writer.Write(InitialLearningRate);
        writer.Write(LearningRate!.Value);
    }

    /// <summary>Reads options that <see cref="SaveStateDict"/> wrote.</summary>
    /// <param name="reader">Where from.</param>
    public virtual void LoadStateDict(BinaryReader reader)
    {
        InitialLearningRate = reader.ReadDouble();
        LearningRate = reader.ReadDouble();
    }

    /// <summary>Takes the options of another group.</summary>
    /// <param name="source">Options of the same type.</param>
    /// <exception cref="ArgumentException">The options are those of another optimiser.</exception>
    public virtual void LoadStateDict(OptimizerOptions source)
    {
        InitialLearningRate = source.InitialLearningRate;
        LearningRate = source.LearningRate;
    }

    /// <summary>Fills the options that are null from those of the optimiser.</summary>
    internal virtual void Complete(OptimizerOptions defaults) => LearningRate ??= defaults.LearningRate;

    private protected static T Same<T>(OptimizerOptions source)
        where T : OptimizerOptions =>
        source as T
        ?? throw new ArgumentException(
            $"The options are {source.GetType().FullName}, but this optimiser needs {typeof(T).FullName}: load the state of the same kind of optimiser.",
            nameof(source)
        );

    private protected static void RequireAtLeastZero(string name, double? value)
    {
        if (value is null or not >= 0)
        {
            throw new ArgumentException($"{name} is {value}, but must be at least 0.", name);
        }
    }

    private protected static void RequireRate(string name, double? value)
    {
        if (value is null or not (>= 0 and < 1))
        {
            throw new ArgumentException($"{name} is {value}, but must be at least 0 and less than 1.", name);
        }
    }
}
