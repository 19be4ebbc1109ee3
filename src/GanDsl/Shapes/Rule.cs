namespace GanDsl;

/// <summary>The rules of a declaration. The number is the diagnostic id (<c>GAN0101</c>) and is never given to another rule.</summary>
internal enum Rule
{
    NotPartial = 101,
    NetworkCount = 102,
    MissingLatent = 103,
    DataShapeCount = 104,
    UnsupportedType = 105,
    LayersOnSeveralParts = 106,
    NoLayers = 107,
    InvalidArgument = 108,
    InvalidName = 109,
    OptimizerCount = 110,

    InputRank = 201,
    SizeReachesZero = 202,
    ElementCountChanges = 203,
    GroupsDoNotDivide = 204,
    OutputPaddingTooLarge = 205,
    SizeOverflows = 206,
    GeneratorOutput = 207,
    DiscriminatorOutput = 208,
}
