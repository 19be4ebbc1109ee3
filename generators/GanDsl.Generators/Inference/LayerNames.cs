using GanDsl.Generators.Parsing;

namespace GanDsl.Generators.Inference;

/// <summary>
/// Gives each module of a network its name: the one declared, else the kind and a number (<c>linear1</c>). Names are fields of
/// the generated class and prefixes of parameter names.
/// </summary>
internal sealed class LayerNames
{
    private readonly Dictionary<string, int> used = new(StringComparer.Ordinal);
    private readonly HashSet<string> given = new(StringComparer.Ordinal);
    private readonly HashSet<string> declared;
    private readonly string owner;
    private readonly IReadOnlyCollection<string> inherited;
    private readonly List<Problem> problems;

    /// <param name="owner">The class that the fields are of.</param>
    /// <param name="stack">The layers.</param>
    /// <param name="inherited">What a module inherits: a field of that name would hide it.</param>
    /// <param name="problems">Takes what is wrong with the declared names.</param>
    public LayerNames(
        string owner,
        StackDeclaration stack,
        IReadOnlyCollection<string> inherited,
        List<Problem> problems
    )
        : this(owner, stack, [], inherited, problems) { }

    private LayerNames(
        string owner,
        StackDeclaration stack,
        IReadOnlyList<string> taken,
        IReadOnlyCollection<string> inherited,
        List<Problem> problems
    )
    {
        this.inherited = inherited;
        this.problems = problems;
        this.owner = owner;
        given.UnionWith(taken);
        declared = new(stack.Parts.Select(part => part.Name).OfType<string>(), StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in stack.Parts.Where(part => part.Name is not null))
        {
            Check(part, seen);
        }
    }

    /// <summary>The names in the class that is emitted for a block.</summary>
    /// <param name="type">The name of that class.</param>
    /// <param name="stack">The layers of the block.</param>
    /// <param name="taken">Names that it has for something else.</param>
    public LayerNames Within(string type, StackDeclaration stack, IReadOnlyList<string> taken) =>
        new(type, stack, taken, inherited, problems);

    /// <summary>The name of a layer's module.</summary>
    public string NameOf(PartDeclaration part) =>
        part.Name is { } name ? Identifier.Escape(name) : Identifier.Escape(Numbered(part.NameStem));

    /// <summary>The name of the class that is emitted for the use of a block.</summary>
    public string TypeOf(string block) =>
        Identifier.Escape(Numbered(char.ToUpperInvariant(block[0]) + block.Substring(1)));

    /// <summary>A name for something beside a layer: the one that is wanted, with a number where it is taken.</summary>
    public string Free(string wanted) => IsFree(wanted) && given.Add(wanted) ? wanted : Numbered(wanted);

    private string Numbered(string stem)
    {
        string candidate;
        do
        {
            used.TryGetValue(stem, out var number);
            used[stem] = number + 1;
            candidate = stem + CodeText.Of(number + 1);
        } while (!IsFree(candidate));

        given.Add(candidate);
        return candidate;
    }

    private bool IsFree(string name) => !declared.Contains(name) && !given.Contains(name) && !IsReserved(name);

    /// <summary>Whether a field of that name cannot stand in the class; no member has the name of its class.</summary>
    private bool IsReserved(string name) => ReservedNames.Contains(name) || inherited.Contains(name) || name == owner;

    private void Check(PartDeclaration part, HashSet<string> seen)
    {
        var name = part.Name!;
        var found =
            !Identifier.IsValid(name) ? "is not a C# identifier"
            : IsReserved(name) || given.Contains(name) ? "already means something in a module"
            : !seen.Add(name) ? "is already the name of another layer"
            : null;
        if (found is not null)
        {
            problems.Add(
                new(
                    Rule.InvalidName,
                    part.LocationOf(nameof(LayerAttribute.Name)),
                    $"{part.Text}: the name {CodeText.Of(name)} {found}; choose another, such as \"{part.NameStem}1\""
                )
                {
                    Mends =
                    [
                        .. part.Placed([Mend.Set(part.Kind, ArgumentChange.Removal(nameof(LayerAttribute.Name)))]),
                    ],
                }
            );
        }
    }
}
