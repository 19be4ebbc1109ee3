namespace GanDsl.Fuzzing.Layers;

/// <summary>
/// What GanDsl refuses although the engine would run it: every reason there is. The oracle agrees with these refusals; whatever
/// is not here has to be accepted if it runs.
/// </summary>
internal static class Contract
{
    /// <summary>PyTorch allows tensors without elements, with a warning; nothing can be learned from no values.</summary>
    public const string EmptyTensor =
        "a size is 0: PyTorch runs on tensors without elements, which hold nothing to learn";

    /// <summary>PyTorch takes [C, H, W] for one image and flattens N away; then rows are no examples any more.</summary>
    public const string MinibatchStays = "the first dimension would no longer be the minibatch";

    /// <summary>A tensor [N] of scalars is legal in PyTorch; layers are declared on examples [N, …].</summary>
    public const string ExampleHasDimensions = "an example would have no dimension";

    /// <summary>PyTorch computes with any momentum; outside [0, 1] the running variance can become negative.</summary>
    public const string MomentumIsAShare =
        "the momentum of BatchNorm is no share: the running variance can become negative";

    /// <summary>The engine has one argument where the attribute has two.</summary>
    public const string SamePaddingIsThePadding = "SamePadding and Padding contradict each other";

    /// <summary>PyTorch crops with a negative padding where the border is made of the input, and refuses it elsewhere.</summary>
    public const string NegativePaddingCrops = "a padding is negative, which crops in some modes and fails in others";

    /// <summary>
    /// oneDNN's convolutions fail beyond 2^31 pixels in a dimension, other kernels do not; which one runs depends on groups,
    /// sizes and versions.
    /// </summary>
    public const string PixelsAreCountedIn32Bits =
        "padding and stride span more than int.MaxValue pixels in a dimension";

    /// <summary>PyTorch does not look at the dilation of transposed convolutions; some of its kernels end the process at 0, others run.</summary>
    public const string DilationIsADistance = "a dilation is below 1";

    /// <summary>
    /// Where the square of a stride, times the channels that are stepped over and the bytes of a number, reaches 2^32, some of oneDNN's
    /// kernels end the process, others run; which one it is depends on sizes and the processor. Half of that is refused.
    /// </summary>
    public const string StrideOfNoKernel = "a stride is too large for oneDNN's kernels";

    /// <summary>See <see cref="StrideOfNoKernel"/>.</summary>
    public const double LargestStep = 1 << 29;

    /// <summary>Adam without Eps divides zero by zero as soon as a gradient is zero, as behind a dead ReLU.</summary>
    public const string ZeroDenominator = "Eps is 0 in float32: a gradient of zero is divided by zero";

    /// <summary>PyTorch takes any Alpha of RMSProp from 0 up; from 1 up the mean of the squared gradient never forgets, or grows.</summary>
    public const string AlphaIsAShare = "Alpha is not below 1: it is the share of the running mean that is kept";

    /// <summary>PyTorch divides by Eps, or by the root of what rounding leaves below 0.</summary>
    public const string VarianceOfOneGradient = "Alpha is 0 in a centred RMSProp: the variance of one gradient is 0";

    /// <summary>
    /// In training ATen takes 1/√0 as 0; in evaluation it does not, and the running variance of a constant channel tends to 0.
    /// </summary>
    public const string ZeroDeviation = "Eps is not above 0 in float32: evaluation divides a constant channel by zero";

    /// <summary>PyTorch constructs optimisers with a step size of 0.</summary>
    public const string NothingWouldMove = "the learning rate is 0: no parameter would move";

    /// <summary>Adam's first corrections can bring such a step size below the largest float; later ones do not.</summary>
    public const string InfiniteStep = "the learning rate is infinite in float32";

    /// <summary>After a sigmoid no value is below zero, and the slope there is never read.</summary>
    public const string SlopeIsANumber = "the slope below zero is not finite";

    /// <summary>Without a momentum SGD does not read its dampening; with one the step would not be finite.</summary>
    public const string InfiniteDampening = "the dampening is infinite in float32";

    /// <summary>PyTorch divides by infinity: BatchNorm then gives its bias whatever the input, Adam never moves.</summary>
    public const string InfiniteDenominator = "Eps is infinite in float32: everything is divided by infinity";

    /// <summary>Training is a loop over epochs and discriminator steps: none of them is no training.</summary>
    public const string NothingWouldBeTrained = "there would be no epoch or no discriminator step";

    /// <summary>Simultaneous updates have one discriminator step by their definition.</summary>
    public const string SimultaneousIsOneStep = "simultaneous updates have one discriminator step";

    /// <summary>The examples of one training step are counted in an int, as the options and data sets count them.</summary>
    public const string ExamplesOfAStepAreCounted = "one step takes more than int.MaxValue examples";

    /// <summary>Augmentations move and colour an image [C, H, W]; points, signals and packs of images are none.</summary>
    public const string AugmentationIsOfImages = "augmentation is for single images, in one way";

    /// <summary>The engine multiplies by any weight: 0 is no penalty, less rewards what is meant to be punished.</summary>
    public const string WeightIsPositive = "the weight or bound of a regulariser is not above 0 and finite in float32";

    /// <summary>Smoothing lowers the label of real examples to a number in (0, 1].</summary>
    public const string LabelIsAProbability = "the smoothed label of real examples is no probability above 0";

    /// <summary>Scores that are compared with a margin or with each other have no label.</summary>
    public const string LossHasNoLabel = "the loss has no label that could be smoothed";

    /// <summary>What is left over would not be judged.</summary>
    public const string PacksFillTheMinibatch = "the packs do not divide the minibatch";

    /// <summary>The gradient of the whole would not be the mean of those of unequal parts.</summary>
    public const string PartsAreEqual = "the minibatch has no so many equal parts";

    /// <summary>Layers that look at labels need a number of classes.</summary>
    public const string LabelsAreMissing = "a layer looks at labels, and none are declared";

    /// <summary>The class is named of what D sees, once, beside the layers of D itself and before the last one.</summary>
    public const string ClassifierIsMisplaced = "a classifier stands in G, in a block, twice, or at the end";

    /// <summary>Examples that are judged together have labels of their own.</summary>
    public const string PacksHaveNoLabel = "examples with labels are packed";

    /// <summary>Two declarations of what there is one of.</summary>
    public const string Ambiguous = "there are two data shapes, or two optimisers for one network";

    /// <summary>A module's name is a field of the generated class, beside the members of <c>torch.nn.Module</c>.</summary>
    public const string NameIsNoField = "the name of a layer cannot be a field of the generated class";

    /// <summary>PyTorch refuses no iterations; a negative Eps means nothing and an infinite one makes every vector zero.</summary>
    public const string NoIteration =
        "a spectral normalisation has no iteration, or an Eps that is negative or infinite";

    /// <summary>Whether an initialisation has a layer or not, its numbers are read.</summary>
    public const string InfiniteWeight = "a number of an initialisation is not finite in float32";

    /// <summary>PyTorch draws from U(0, 1) then, which is no default for weights; a constant has none.</summary>
    public const string NoScale = "a uniform or constant initialisation has no scale";

    /// <summary>PyTorch refuses these where a layer is filled; here also where there is none.</summary>
    public const string NegativeReach = "a standard deviation or gain is negative";

    /// <summary>Read by nobody.</summary>
    public const string ArgumentOfAnother = "an initialisation has an argument of another one";

    /// <summary>PyTorch refuses these where a normalisation is filled; here also where there is none.</summary>
    public const string VectorHasNoFan = "an initialisation of matrices is for the vectors of normalisations";

    /// <summary>PyTorch gives NaN; where the first step moves the weight away from zero, everything after it is NaN all the same.</summary>
    public const string ZeroSingularValue = "a weight of zeros is divided by its largest singular value";

    /// <summary>There is no weight that could be meant.</summary>
    public const string NothingToNormalize = "a spectral normalisation stands for no layer with a weight";

    /// <summary>PyTorch repeats sizes of 1 until shapes agree, which is no sum of a block and its input.</summary>
    public const string SumIsOfEqualShapes = "a residual block adds unequal shapes";

    /// <summary>A number cast to an enumeration, which names no member of it.</summary>
    public const string UnknownMember = "the value is no member of its enumeration";

    /// <summary>PyTorch runs on, and the function is not a number, or not finite.</summary>
    public const string NoNumber = "an argument is no finite number";

    /// <summary>Normalised over one value every value is 0, and nothing is learned before it; PyTorch refuses that in BatchNorm only.</summary>
    public const string OneValueIsItsMean = "one value is normalised, which makes it 0 whatever it is";

    /// <summary>PyTorch takes any dimensions before the channels as a minibatch.</summary>
    public const string OnlyOfImages = "the layer is declared on images";

    /// <summary>Noise of a negative deviation is the same noise.</summary>
    public const string NegativeDeviation = "a standard deviation is negative";

    /// <summary>What is not an Eps, for any normalisation.</summary>
    public static string? OfEps(double? eps) =>
        eps > float.MaxValue ? InfiniteDenominator
        : eps is { } given && !((float)given > 0) ? ZeroDeviation
        : null;
}
