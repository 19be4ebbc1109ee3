namespace GanDsl;

/// <summary>A mechanical way to mend a mistake: an edit of the source, which the editor offers. Rules create it, the code fix applies it.</summary>
internal sealed class Mend
{
    public Mend(MendKind kind, string title, IReadOnlyList<string> attributes, IReadOnlyList<ArgumentChange> changes)
    {
        Kind = kind;
        Title = title;
        Attributes = attributes;
        Changes = changes;
    }

    public MendKind Kind { get; }

    /// <summary>What the editor shows.</summary>
    public string Title { get; }

    /// <summary>The attributes to add, as source text.</summary>
    public IReadOnlyList<string> Attributes { get; }

    /// <summary>The arguments to change.</summary>
    public IReadOnlyList<ArgumentChange> Changes { get; }

    public static Mend MakePartial { get; } = new(MendKind.MakePartial, "Make the class partial", [], []);

    public static Mend AddToClass(string attribute) => new(MendKind.AddToClass, $"Add [{attribute}]", [attribute], []);

    public static Mend InsertBefore(string attribute) =>
        new(MendKind.InsertBefore, $"Add [{attribute}] before it", [attribute], []);

    public static Mend InsertAfter(params string[] attributes) =>
        new(MendKind.InsertAfter, $"Add [{string.Join(", ", attributes)}] after it", attributes, []);

    public static Mend ReplaceBy(string attribute) =>
        new(MendKind.Replace, $"Replace it by {attribute}", [attribute], []);

    public static Mend Remove(string kind) => new(MendKind.Remove, $"Remove {kind}", [], []);

    /// <summary>Changes arguments of an attribute of the kind.</summary>
    public static Mend Set(string kind, params ArgumentChange[] changes) =>
        new(
            MendKind.SetArguments,
            $"{kind}: {string.Join(", ", changes.Select(change => change.ToString()))}",
            [],
            changes
        );
}
