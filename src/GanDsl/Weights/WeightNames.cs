using System.Collections;
using static TorchSharp.torch;

namespace GanDsl;

/// <summary>
/// The names that a file has for weights, where they are not ours: what PyTorch calls <c>main.0.weight</c> may be
/// <c>convTranspose1.weight</c> here.
/// </summary>
/// <remarks>
/// A name stands for a weight or for all weights of a module: <c>["main.0"] = "convTranspose1"</c> renames <c>main.0.weight</c> and
/// <c>main.0.bias</c>. The longest that fits counts, and what none fits keeps its name. An empty name is the whole network:
/// <c>["module"] = ""</c> takes a first part away.
/// </remarks>
/// <example>
/// <code>
/// NetworkWeights.Load("netG.safetensors", gan.G, new WeightNames { ["main.0"] = "convTranspose1", ["main.1"] = "batchNorm1" });
/// </code>
/// </example>
public sealed class WeightNames : IEnumerable<KeyValuePair<string, string>>
{
    private readonly Dictionary<string, string> ours = new(StringComparer.Ordinal);

    /// <summary>What a weight or a module is called here, by its name in the file.</summary>
    /// <param name="theirs">The name in the file, such as <c>main.0</c>.</param>
    public string this[string theirs]
    {
        get => ours[theirs];
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            ours[theirs] = value;
        }
    }

    /// <summary>The names in the file and those here.</summary>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => ours.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Tensors of a file under our names.</summary>
    /// <exception cref="GanException">Two would have one name, or a name that is given is not in the file; the message says which.</exception>
    internal Dictionary<string, Tensor> Rename(IReadOnlyDictionary<string, Tensor> tensors)
    {
        var unused = new HashSet<string>(ours.Keys, StringComparer.Ordinal);
        var theirs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in tensors.Keys.Order(StringComparer.Ordinal))
        {
            var (renamed, entry) = Rename(name);
            if (!theirs.TryAdd(renamed, name))
            {
                throw new GanException(
                    $"{MessageText.Of(theirs[renamed])} and {MessageText.Of(name)} would both be {MessageText.Of(renamed)}."
                );
            }

            if (entry is not null)
            {
                unused.Remove(entry);
            }
        }

        return unused.Order(StringComparer.Ordinal).FirstOrDefault() is { } missing
            ? throw new GanException($"no weight in it has the name {MessageText.Of(missing)}, for which one is given.")
            : theirs.ToDictionary(each => each.Key, each => tensors[each.Value], StringComparer.Ordinal);
    }

    /// <summary>Our name, and the entry that gave it.</summary>
    private (string Name, string? Entry) Rename(string name)
    {
        var entry = ours
            .Keys.Where(theirs =>
                theirs.Length == 0 || name == theirs || name.StartsWith(theirs + ".", StringComparison.Ordinal)
            )
            .MaxBy(theirs => theirs.Length);
        if (entry is null)
        {
            return (name, null);
        }

        var rest = entry.Length == 0 ? name : name[entry.Length..].TrimStart('.');
        string[] parts = [ours[entry], rest];
        return (string.Join('.', parts.Where(part => part.Length > 0)), entry);
    }
}
