using TorchSharp.Serialization;

namespace TorchSharp.Modules;

public abstract partial class OptimizerHelper
{
    /// <summary>The options and state of this optimiser. They are its own, not copies.</summary>
    public virtual StateDictionary state_dict()
    {
        var state = new StateDictionary();
        foreach (var group in _groups)
        {
            var first = state.State.Count;
            state.Options.Add(group.Options);
            state.State.AddRange(group.Parameters.Select(parameter => _states[parameter]));
            state.StateIndexRef.Add([.. Enumerable.Range(first, state.State.Count - first)]);
        }

        return state;
    }

    /// <summary>Copies the options and state of an optimiser of the same kind for the same parameters.</summary>
    /// <param name="state_dict">What <see cref="state_dict"/> of that optimiser gave.</param>
    /// <exception cref="ArgumentException">The optimisers differ in kind, groups or number of parameters.</exception>
    public virtual void load_state_dict(StateDictionary state_dict)
    {
        var own = this.state_dict();
        RequireSameCounts(own, state_dict.Options.Count, state_dict.State.Count);
        foreach (var (mine, theirs) in own.Options.Zip(state_dict.Options).Where(NotSame))
        {
            mine.LoadStateDict(theirs);
        }

        foreach (var (mine, theirs) in own.State.Zip(state_dict.State).Where(NotSame))
        {
            mine.LoadStateDict(theirs);
        }
    }

    /// <summary>Writes the options and state to a file, which is replaced only when all of it is written.</summary>
    /// <param name="location">Path of the file.</param>
    public void save_state_dict(string location) =>
        AtomicFile.Write(
            location,
            stream =>
            {
                using var writer = new BinaryWriter(stream);
                save_state_dict(writer);
            }
        );

    /// <summary>Writes the options and state in TorchSharp's format.</summary>
    /// <param name="writer">Where to.</param>
    public void save_state_dict(BinaryWriter writer)
    {
        var state = state_dict();
        writer.Write(GetType().Name);
        writer.Encode(state.Options.Count);
        writer.Encode(state.State.Count);
        state.Options.ForEach(options => options.SaveStateDict(writer));
        state.State.ForEach(parameter => parameter.SaveStateDict(writer));
    }

    /// <summary>Reads the options and state of a file.</summary>
    /// <param name="location">Path of the file.</param>
    /// <exception cref="InvalidDataException">The file is not of an optimiser of this kind. Nothing was changed.</exception>
    /// <exception cref="ArgumentException">The optimisers differ in groups or parameters. Nothing was changed.</exception>
    public void load_state_dict(string location)
    {
        using var reader = new BinaryReader(File.OpenRead(location));
        load_state_dict(reader);
    }

    /// <summary>Reads the options and state in TorchSharp's format.</summary>
    /// <param name="reader">Where from.</param>
    /// <exception cref="InvalidDataException">The data is not of an optimiser of this kind. Nothing was changed.</exception>
    /// <exception cref="ArgumentException">The optimisers differ in groups or parameters. Nothing was changed.</exception>
    public void load_state_dict(BinaryReader reader)
    {
        var kind = reader.ReadString();
        if (kind != GetType().Name)
        {
            throw new InvalidDataException(
                $"The data is the state of an optimiser '{kind}', but this one is '{GetType().Name}': load it with the same kind of optimiser."
            );
        }

        var own = state_dict();
        RequireSameCounts(own, reader.Decode(), reader.Decode());
        using var before = new MemoryStream();
        using var backup = new BinaryWriter(before);
        save_state_dict(backup);
        try
        {
            Read(own, reader);
        }
        catch
        {
            // A file that breaks off half-way must not leave an optimiser that is half old and half new.
            before.Position = 0;
            using var restored = new BinaryReader(before);
            _ = (restored.ReadString(), restored.Decode(), restored.Decode());
            Read(own, restored);
            throw;
        }
    }

    private static void Read(StateDictionary state, BinaryReader reader)
    {
        state.Options.ForEach(options => options.LoadStateDict(reader));
        state.State.ForEach(parameter => parameter.LoadStateDict(reader));
    }

    private static bool NotSame<T>((T Mine, T Theirs) pair)
        where T : class => !ReferenceEquals(pair.Mine, pair.Theirs);

    private static void RequireSameCounts(StateDictionary own, long groups, long parameters)
    {
        if (groups != own.Options.Count || parameters != own.State.Count)
        {
            throw new ArgumentException(
                $"The state has {groups} groups with {parameters} parameters, but this optimiser has {own.Options.Count} with {own.State.Count}: "
                    + "load the state of an optimiser of the same model."
            );
        }
    }
}
