using GanDsl.Training;
using static TorchSharp.torch;

namespace GanDsl;

/// <summary>
/// A generated GAN, whatever its data and whether or not it has labels: what a program needs that trains any of them. The class that the
/// build generates offers the same with types of its own, and implements this.
/// </summary>
/// <remarks>
/// One call at a time: a second one, from another thread or from inside the first, gets an <see cref="InvalidOperationException"/>, and
/// every call after <see cref="IDisposable.Dispose"/> an <see cref="ObjectDisposedException"/>.
/// </remarks>
public interface IGan : IDisposable
{
    /// <summary>The options that this GAN was created with.</summary>
    IGanOptions Settings { get; }

    /// <summary>Where the networks live and train.</summary>
    Device Device { get; }

    /// <summary>G, from latents to examples.</summary>
    nn.Module Generator { get; }

    /// <summary>What <c>Sample</c> uses: G, or its moving average where one is declared by [Ema] and not turned off.</summary>
    nn.Module SampledGenerator { get; }

    /// <summary>D, from examples to one logit each.</summary>
    nn.Module Discriminator { get; }

    /// <summary>Moves the parameters of G. Its learning rate may change between steps.</summary>
    Optimizer GeneratorOptimizer { get; }

    /// <summary>Moves the parameters of D. Its learning rate may change between steps.</summary>
    Optimizer DiscriminatorOptimizer { get; }

    /// <summary>
    /// Why training steps are not recorded as a CUDA graph, as a sentence. Null where they are, or will be after the first few, and where nobody
    /// expects it: on the processor, or turned off.
    /// </summary>
    string? CudaGraphObstacle { get; }

    /// <summary>Values of a latent.</summary>
    int LatentDimensions { get; }

    /// <summary>What each value of a latent is drawn from.</summary>
    LatentDistribution LatentDistribution { get; }

    /// <summary>The declared shape of one example, without N: [channels, height, width] for images.</summary>
    IReadOnlyList<long> ExampleShape { get; }

    /// <summary>The declared interval of the values of examples.</summary>
    ValueRange Range { get; }

    /// <summary>The number of classes of a conditional GAN; null for one without labels.</summary>
    int? ClassCount { get; }

    /// <summary>How many examples D judges at once, side by side along the channels.</summary>
    int Packing { get; }

    /// <summary>
    /// What D's loss never goes below, and comes close to where D tells all examples apart, but for the min-max game with smoothed labels, whose
    /// cross-entropy stays above it; null where there is no such bound, as in a Wasserstein GAN, or none is known, as of a loss of the user's own.
    /// </summary>
    double? LeastDiscriminatorLoss { get; }

    /// <summary>
    /// The score of a D that cannot tell real from generated examples, as <see cref="StepRecord.RealScore"/> and <see cref="StepRecord.FakeScore"/>
    /// measure it: half of the label of real examples, so 0.5, or 0.45 with [LabelSmoothing(0.1)]. Null where the loss has no labels, so that D may
    /// say anything as long as it says the same of both, and for a loss of the user's own.
    /// </summary>
    double? UndecidedScore { get; }

    /// <summary>k of each training step.</summary>
    DiscriminatorSchedule DiscriminatorSchedule => Settings.DiscriminatorSteps;

    /// <summary>Both networks as a file in Python, whose PyTorch modules take the weights that <see cref="Save"/> writes.</summary>
    string ToPyTorch();

    /// <summary>The last epoch begun in the life of the GAN, from 1; 0 before the first.</summary>
    int Epoch { get; }

    /// <summary>The training steps in the life of the GAN.</summary>
    long StepCount { get; }

    /// <summary>
    /// Trains on shuffled minibatches of a data set, one training step for each element that is asked for. A conditional GAN needs the
    /// class of each example (<see cref="Dataset.Labels"/>); one without labels leaves them aside.
    /// </summary>
    /// <param name="data">Examples of <see cref="ExampleShape"/> in <see cref="Range"/>.</param>
    /// <param name="epochs">How often to go through the data; null for <see cref="IGanOptions.Epochs"/>.</param>
    /// <param name="cancellationToken">Ends training before the next step with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="GanException">The data do not fit the declaration, or are too few to fill one step.</exception>
    IEnumerable<StepRecord> Train(Dataset data, int? epochs = null, CancellationToken cancellationToken = default);

    /// <summary>Trains on fresh minibatches from a sampler, which has no epochs.</summary>
    /// <param name="sampler">Answers that many examples, and for a conditional GAN the class of each; training disposes what it answers.</param>
    /// <param name="steps">The number of training steps; null for <see cref="IGanOptions.Steps"/>.</param>
    /// <param name="cancellationToken">Ends training before the next step with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="GanException">No number of steps is given, or the sampler answers something else than asked.</exception>
    IEnumerable<StepRecord> Train(
        Func<int, Minibatch> sampler,
        int? steps = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>One training step.</summary>
    /// <param name="real">The real rows, and for a conditional GAN the class of each; it still belongs to the caller.</param>
    /// <exception cref="ArgumentException">The rows cannot be divided among the discriminator steps, or have another shape or no labels.</exception>
    StepRecord Step(Minibatch real);

    /// <summary>Draws latents <c>[count, LatentDimensions]</c> for sampling; training is not affected.</summary>
    /// <param name="count">How many, at least 1.</param>
    /// <exception cref="GanException">It is less.</exception>
    LatentBatch DrawLatents(int count);

    /// <summary>Draws the latents of a seed: the same ones at each call, and what is drawn without a seed stays as it is.</summary>
    /// <param name="count">How many, at least 1.</param>
    /// <param name="seed">Any number.</param>
    /// <exception cref="GanException">The count is less.</exception>
    LatentBatch DrawLatents(int count, int seed);

    /// <summary>Generates examples from fresh latents, in evaluation mode and without gradients.</summary>
    /// <param name="count">How many, at least 1.</param>
    /// <param name="labels">The class of each; null for 0, 1, 2 … in turn. A GAN without labels takes none.</param>
    /// <exception cref="GanException">The count is less.</exception>
    /// <exception cref="ArgumentException">There are not as many labels as examples, or one names no class.</exception>
    Batch Sample(int count, IReadOnlyList<int>? labels = null);

    /// <summary>Generates examples from given latents, in evaluation mode and without gradients.</summary>
    /// <param name="latents">One for each example; they still belong to the caller.</param>
    /// <param name="labels">The class of each; null for 0, 1, 2 … in turn. A GAN without labels takes none.</param>
    /// <exception cref="ArgumentException">There are not as many labels as latents, or one names no class.</exception>
    Batch Sample(LatentBatch latents, IReadOnlyList<int>? labels = null);

    /// <summary>
    /// Saves the weights of both networks in one file of the format safetensors, under PyTorch's names with "generator." and
    /// "discriminator." in front.
    /// </summary>
    /// <param name="path">The file, usually *.safetensors; one that exists is replaced once the new one is complete.</param>
    /// <exception cref="GanException">The file cannot be written, or a weight is not finite; one that was there is as it was.</exception>
    void Save(string path);

    /// <summary>Loads weights that <see cref="Save"/> has written. Nothing changes where the file is refused.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="GanException">The file cannot be read, is damaged, or holds the weights of other networks.</exception>
    void Load(string path);

    /// <summary>
    /// Saves all that training goes on from, with the same bits as if it had never stopped: weights, optimisers, random numbers and the place in
    /// the data. Between two steps only, as after each element of <c>Train</c>.
    /// </summary>
    /// <param name="path">The folder; one that exists is replaced once the new one is complete.</param>
    /// <param name="score">How good the GAN is, lower being better; null where nobody judged it.</param>
    /// <exception cref="GanException">The folder cannot be written, or a weight is not finite; one that was there is as it was.</exception>
    void SaveCheckpoint(string path, double? score = null);

    /// <summary>
    /// Goes on from what <see cref="SaveCheckpoint"/> has saved: the next call of <c>Train</c> is the rest of the one that was under way, so its
    /// epochs and steps count from the beginning of that one. Nothing changes where the checkpoint is refused.
    /// </summary>
    /// <param name="path">The folder.</param>
    /// <exception cref="GanException">The checkpoint cannot be read, is damaged, or is that of another architecture.</exception>
    void LoadCheckpoint(string path);

    /// <summary>
    /// Writes the generator in evaluation mode, or the discriminator, as a file of the format ONNX, which other runtimes than torch run, and
    /// beside it a model card that says what it is.
    /// </summary>
    /// <param name="path">The file, usually *.onnx; one that exists is replaced once the new one is complete.</param>
    /// <param name="options">Which network, and how; null for the generator in float32.</param>
    /// <returns>The files that were written.</returns>
    /// <exception cref="GanException">
    /// A file cannot be written, a weight is not finite, or a module of your own has no form in ONNX; a file that was there is as it was.
    /// </exception>
    OnnxFiles ExportOnnx(string path, OnnxOptions? options = null);
}
