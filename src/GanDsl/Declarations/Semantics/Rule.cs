namespace GanDsl;

/// <summary>The rules of a declaration. The number is the diagnostic id (<c>GAN0101</c>) and is never given to another rule.</summary>
internal enum Rule
{
    // Declaration
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
    LanguageVersion = 111,
    StrayAttribute = 112,
    UnusualArgument = 113,
    HiddenName = 114,
    InvalidClassName = 115,
    InvalidUse = 116,
    UseArguments = 117,
    BlockParameterOutside = 118,
    BlockRecursion = 119,
    MissingShapeRule = 120,
    InitWithoutEffect = 121,
    SpectralNormWithoutWeight = 122,
    TakenMember = 123,
    BlockParameterArithmetic = 124,

    // Shape
    InputRank = 201,
    SizeReachesZero = 202,
    ElementCountChanges = 203,
    GroupsDoNotDivide = 204,
    OutputPaddingTooLarge = 205,
    SizeOverflows = 206,
    GeneratorOutput = 207,
    DiscriminatorOutput = 208,
    KernelTooLarge = 209,
    PaddingTooWide = 210,
    DroppedInput = 211,
    DoesNotEnlarge = 212,
    Checkerboard = 213,
    ResidualShapes = 214,
    ShapeRuleDoesNotFit = 215,

    // Head and range
    DoubleSigmoid = 301,
    ActivationOnLogit = 302,
    OutputRangeDiffers = 303,
    UnboundedOutput = 304,
    SigmoidOnCritic = 305,

    // Normalisation
    NormalizedData = 401,
    NormalizedOutput = 402,
    BiasBeforeNormalization = 403,
    NormalizationSplitsPasses = 404,
    NormalizationOfOneValue = 405,
    NormalizationOfOneExample = 406,
    NormalizationWithGradientPenalty = 407,
    SpectralNormBeforeNormalization = 408,

    // Loss and training
    SaturatingLoss = 501,
    SimultaneousSteps = 502,
    NothingToLearn = 503,
    SmoothingWithoutLabel = 504,
    PackingDoesNotDivide = 505,
    NoLipschitzConstraint = 506,
    ClippingWithPenalty = 507,
    UnusedLabels = 508,
    MissingLabels = 509,
    MisplacedClassifier = 510,
    PackingOfLabelled = 511,
    LinearAfterLinear = 512,
}
