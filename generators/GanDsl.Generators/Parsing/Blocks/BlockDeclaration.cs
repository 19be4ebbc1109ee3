namespace GanDsl.Generators.Parsing;

/// <summary>A block with the arguments of one use.</summary>
/// <param name="Name">The name of its class.</param>
/// <param name="Arguments">What its parameters are in this use.</param>
/// <param name="Stack">Its layers.</param>
/// <param name="IsResidual">Whether its input is added to what its layers give.</param>
/// <param name="Shortcut">What the input goes through before it is added, if anything.</param>
internal sealed record BlockDeclaration(
    string Name,
    IReadOnlyList<int> Arguments,
    StackDeclaration Stack,
    bool IsResidual,
    BlockUse? Shortcut
);
