using System.Reflection;
using GanDsl.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.CudaGraphs;

/// <summary>
/// Does on the processor what a GPU does with a recording: while it is made nothing is computed, here by putting everything back, and a replay
/// reads and writes the tensors of the recording.
/// </summary>
internal sealed class RecorderOnProcessor : IStepRecorder
{
    private IGan? gan;

    /// <summary>The recordings that were made.</summary>
    public int Recordings { get; private set; }

    /// <summary>All replays of them.</summary>
    public int Replays { get; private set; }

    /// <summary>The recordings that were not disposed yet.</summary>
    public int Alive { get; private set; }

    /// <summary>Thrown when a step has been recorded.</summary>
    public NotRecordableException? Refusal { get; init; }

    /// <summary>Whether replays compute nothing.</summary>
    public bool IsIdle { get; set; }

    /// <summary>Called when a step has been recorded.</summary>
    public Action? Recorded { get; init; }

    /// <summary>Creates a GAN whose steps are recorded by this.</summary>
    public T Of<T>(Func<T> create)
        where T : IGan
    {
        StepRecorders.Substitute = this;
        try
        {
            var created = create();
            gan = created;
            return created;
        }
        finally
        {
            StepRecorders.Substitute = null;
        }
    }

    public void Rehearse(Action step) => step();

    public IStepRecording Record(Action step)
    {
        var before = State()
            .Select(tensor => (Tensor: tensor, Value: tensor.clone().DetachFromDisposeScope()))
            .ToList();
        using var random = Generator.Default;
        using var randomState = random.get_state();
        step();
        using (no_grad())
        {
            foreach (var (tensor, value) in before)
            {
                tensor.copy_(value);
                value.Dispose();
            }
        }

        if (Refusal is not null)
        {
            throw Refusal;
        }

        random.set_state(randomState);
        Recorded?.Invoke();
        Recordings++;
        Alive++;
        return new Recording(this, step);
    }

    /// <summary>All tensors that a step changes.</summary>
    private IEnumerable<Tensor> State()
    {
        using var noGradients = no_grad();
        return
        [
            .. gan!.Generator.state_dict().Values,
            .. gan.Discriminator.state_dict().Values,
            .. gan.GeneratorOptimizer.Kept().Select(each => each.Tensor),
            .. gan.DiscriminatorOptimizer.Kept().Select(each => each.Tensor),
            .. Augmentation(),
        ];
    }

    private IEnumerable<Tensor> Augmentation()
    {
        const BindingFlags own = BindingFlags.Instance | BindingFlags.NonPublic;
        return gan!.GetType().GetField("augmentation", own)?.GetValue(gan) is AdaptiveAugmentation augmentation
            ? typeof(AdaptiveAugmentation).GetFields(own).Select(field => field.GetValue(augmentation)).OfType<Tensor>()
            : [];
    }

    private sealed class Recording(RecorderOnProcessor recorder, Action step) : IStepRecording
    {
        public void Replay()
        {
            recorder.Replays++;
            if (!recorder.IsIdle)
            {
                using var gradients = enable_grad();
                step();
            }
        }

        public void Dispose() => recorder.Alive--;
    }
}
