using System.Globalization;
using GanDsl.Modules;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Training;

/// <summary>
/// Adaptive discriminator augmentation (Karras et al. 2020, "Training Generative Adversarial Networks with Limited Data"): real and
/// generated images are changed at random with a probability that grows while the discriminator overfits, and shrinks while it does not.
/// </summary>
/// <remarks>
/// <para>
/// Pixel blitting (mirroring, turns by 90° of square images, shifts by up to 1/8 of each side), then general geometric transformations
/// (scaling, rotation, anisotropic scaling, translation), then colour (brightness, contrast, luma flip, hue, saturation), each for each
/// image with the same probability and with the distributions of appendix B. Their numbers come from torch's global random numbers on the
/// device of the images. Gradients of any order flow through to the images; on a GPU they are sums in no fixed order, whose last bits vary.
/// Nothing waits for a GPU but what says so.
/// </para>
/// <para>
/// Simplified against the paper: images are sampled bilinearly, and not between wavelet filters that double the resolution, so that
/// shrunken ones may alias; they are reflected at their borders as often as needed; images of one channel change in brightness and
/// contrast only, where the paper flips their luma, too.
/// </para>
/// <para>One thread at a time may use an instance.</para>
/// </remarks>
public sealed class AdaptiveAugmentation : IDisposable
{
    private const string ProbabilityName = "probability";
    private const string SignsName = "signs";
    private const string ExamplesName = "examples";
    private const string ObservationsName = "observations";
    private static readonly string[] Names = [ProbabilityName, SignsName, ExamplesName, ObservationsName];
    private static readonly StateCheck Check = new("augmentation");

    private readonly double target;
    private readonly int interval;
    private readonly double speed;
    private readonly Tensor probability;
    private readonly Tensor signs;
    private readonly Tensor examples;
    private readonly Tensor observations;
    private bool isDisposed;

    /// <summary>Begins with a probability of 0.</summary>
    /// <param name="device">Where the images are.</param>
    /// <param name="target">
    /// The mean sign of the logits of real examples above which the discriminator counts as overfitting, in [-1, 1]. Default: 0.6.
    /// </param>
    /// <param name="interval">The observations from one adaptation to the next, at least 1. Default: 4.</param>
    /// <param name="speed">The real examples in which the probability goes from 0 to 1, above 0 and finite. Default: 500,000.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public AdaptiveAugmentation(Device device, double target = 0.6, int interval = 4, double speed = 500_000)
    {
        Require(target is >= -1 and <= 1, target, nameof(target), "in [-1, 1]");
        Require(interval >= 1, interval, nameof(interval), "at least 1");
        Require(speed > 0 && double.IsFinite(speed), speed, nameof(speed), "above 0 and finite");
        (this.target, this.interval, this.speed) = (target, interval, speed);
        probability = zeros([], ScalarType.Float64, device).DetachFromDisposeScope();
        signs = zeros([], ScalarType.Float64, device).DetachFromDisposeScope();
        examples = zeros([], ScalarType.Int64, device).DetachFromDisposeScope();
        observations = zeros([], ScalarType.Int64, device).DetachFromDisposeScope();
    }

    /// <summary>The probability of each transformation, in [0, 1]. Reading it waits for the device.</summary>
    public double Probability
    {
        get
        {
            ObjectDisposedException.ThrowIf(isDisposed, this);
            return probability.item<double>();
        }
        internal set
        {
            ObjectDisposedException.ThrowIf(isDisposed, this);
            probability.Fill_(value);
        }
    }

    /// <summary>A copy of the probability, a float32 number on the device, without waiting for it. It belongs to the caller.</summary>
    public Tensor Measure()
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        return probability.to(ScalarType.Float32);
    }

    /// <summary>Changes each image by numbers of its own. Where the probability is 0, every number stays to the bit.</summary>
    /// <param name="images">
    /// [N, C, H, W] on the device, of a floating-point type, with values around 0 as in [-1, 1]. Colours change where C is 1 or 3.
    /// </param>
    /// <returns>[N, C, H, W], of the same type; values may leave the range of the images.</returns>
    /// <exception cref="ArgumentException">The tensor has another number of dimensions or another type.</exception>
    public Tensor Apply(Tensor images)
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        ImageCheck.Require(images);
        using var scope = NewDisposeScope();
        var converted = images.to(ComputingType.Of(images));
        var augmented = Moved(converted, GeometricDraw.Of(images, probability).Inverse().to(converted.dtype));
        if (images.shape[1] is 1 or 3)
        {
            augmented = ColorDraw.Of(images, probability).Apply(augmented);
        }

        return augmented.to(images.dtype).MoveToOuterDisposeScope();
    }

    /// <summary>
    /// Takes notice of a discriminator step, and every few of them moves the probability: up where the mean sign of the logits since the
    /// last move is above the target, down where it is below, by the number of those logits divided by the speed.
    /// </summary>
    /// <param name="realLogits">What the discriminator says of real, augmented examples: one number for each, on the device.</param>
    public void Observe(Tensor realLogits)
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        using var noGradients = no_grad();
        using var scope = NewDisposeScope();
        signs.Plus_(realLogits.sign().sum(ScalarType.Float64));
        examples.Plus_(zeros_like(examples).Fill_(realLogits.numel()));
        observations.PlusOne_();

        // Counted and decided on the device: what the host decides, a recorded step would decide once for all.
        var isDue = observations.eq(zeros_like(observations).Fill_(interval));
        Move(isDue.logical_and(examples.ne(zeros_like(examples))));
        foreach (var count in new[] { signs, examples, observations })
        {
            count.copy_(where(isDue, zeros_like(count), count));
        }
    }

    /// <summary>
    /// A copy of all that the next steps depend on: "probability", and of the observations since it last moved the sum of the "signs", the
    /// number of "examples" and that of the "observations". The tensors belong to the caller.
    /// </summary>
    public IReadOnlyDictionary<string, Tensor> State()
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        using var noGradients = no_grad();
        return new Dictionary<string, Tensor>(StringComparer.Ordinal)
        {
            [ProbabilityName] = probability.clone(),
            [SignsName] = signs.clone(),
            [ExamplesName] = examples.clone(),
            [ObservationsName] = observations.clone(),
        };
    }

    /// <summary>Goes on from a state that <see cref="State"/> gave, with the same bits. Nothing changes where it is refused.</summary>
    /// <param name="state">It is copied, from any device.</param>
    /// <exception cref="GanException">The state is not that of such an augmentation.</exception>
    public void LoadState(IReadOnlyDictionary<string, Tensor> state)
    {
        CheckState(state);
        using var noGradients = no_grad();
        probability.copy_(state[ProbabilityName]);
        signs.copy_(state[SignsName]);
        examples.copy_(state[ExamplesName]);
        observations.copy_(state[ObservationsName]);
    }

    /// <summary>Refuses what <see cref="LoadState"/> would refuse.</summary>
    internal void CheckState(IReadOnlyDictionary<string, Tensor> state)
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        Check.Names(state, Names);
        var saved = Check.Float64(state, ProbabilityName);
        Check.Require(saved is >= 0 and <= 1, ProbabilityName, saved, "in [0, 1]");
        var count = Check.Int64(state, ExamplesName);
        Check.Require(count >= 0, ExamplesName, count, "at least 0");
        var sum = Check.Float64(state, SignsName);
        Check.Require(Math.Abs(sum) <= count, SignsName, sum, "no further from 0 than the examples");
        var steps = Check.Int64(state, ObservationsName);
        Check.Require(
            steps >= 0 && steps < interval,
            ObservationsName,
            steps,
            string.Create(CultureInfo.InvariantCulture, $"at least 0 and below {interval}")
        );
    }

    /// <summary>Frees the state.</summary>
    public void Dispose()
    {
        isDisposed = true;
        probability.Dispose();
        signs.Dispose();
        examples.Dispose();
        observations.Dispose();
    }

    /// <summary>Images whose matrix is the identity stay to the bit.</summary>
    internal static Tensor Moved(Tensor images, Tensor inverse)
    {
        using var scope = NewDisposeScope();
        var identity = eye(2, 3, inverse.dtype, inverse.device);
        var isMoved = inverse.ne(identity).flatten(1).any(1);
        return where(isMoved.reshape(-1, 1, 1, 1), BilinearSampling.At(images, inverse), images)
            .MoveToOuterDisposeScope();
    }

    /// <summary>Moves the probability where that is due.</summary>
    private void Move(Tensor isDue)
    {
        var count = examples.to(ScalarType.Float64);
        var direction = (signs / count).Minus(target).sign();
        var moved = probability.Plus(direction * count.DividedBy(speed)).Clamp_(0, 1);
        probability.copy_(where(isDue, moved, probability));
    }

    private static void Require(bool isRight, double value, string name, string needed)
    {
        if (!isRight)
        {
            throw new ArgumentOutOfRangeException(
                name,
                string.Create(CultureInfo.InvariantCulture, $"{name} is {value}, but it has to be {needed}.")
            );
        }
    }
}
