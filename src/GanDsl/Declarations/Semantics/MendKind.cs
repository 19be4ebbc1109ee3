namespace GanDsl;

/// <summary>What a <see cref="Mend"/> does to its target.</summary>
internal enum MendKind
{
    /// <summary>Adds <c>partial</c> to the class.</summary>
    MakePartial,

    /// <summary>Adds attributes to the class, as a list of their own after the others.</summary>
    AddToClass,

    /// <summary>Puts attributes before the attribute, in the same list.</summary>
    InsertBefore,

    /// <summary>Puts attributes after the attribute, in the same list.</summary>
    InsertAfter,

    /// <summary>Puts another attribute in the place of the attribute.</summary>
    Replace,

    /// <summary>Removes the attribute.</summary>
    Remove,

    /// <summary>Sets or removes arguments of the attribute.</summary>
    SetArguments,
}
