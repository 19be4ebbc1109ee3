namespace GanDsl.Generators.Models;

/// <summary>A penalty that D's loss has added.</summary>
/// <param name="Name">What methods and step records call it, such as <c>R1Penalty</c>.</param>
/// <param name="Formula">Its formula.</param>
/// <param name="Summary">What it is, as lines of documentation.</param>
/// <param name="Every">It is computed in every n-th discriminator step, n times as strong.</param>
/// <param name="UsesReal">Whether it looks at real examples.</param>
/// <param name="UsesFakes">Whether it looks at generated examples.</param>
/// <param name="DrawsNoise">Whether it needs random numbers.</param>
/// <param name="Points">The statements before the gradients are taken.</param>
/// <param name="Place">The variable that holds where they are taken.</param>
/// <param name="Expression">The penalty from <c>gradients</c>.</param>
internal sealed record PenaltyModel(
    string Name,
    string Formula,
    EquatableArray<string> Summary,
    int Every,
    bool UsesReal,
    bool UsesFakes,
    bool DrawsNoise,
    EquatableArray<string> Points,
    string Place,
    string Expression
)
{
    /// <summary>The variable that holds it, such as <c>r1Penalty</c>.</summary>
    public string Variable => char.ToLowerInvariant(Name[0]) + Name.Substring(1);

    public bool IsLazy => Every > 1;
}
